import { expect, test } from 'vitest';
import { shortNames } from './short-names.ts';

const push = {
  id: 'push',
  name: '施甸县推动长江经济带发展领导小组办公室',
  shortNames: ['县推长办', '推长办'],
  names: [{ name: { zh: '县长江办（旧）' } }],
};
const town = { id: 'dianyang', name: '甸阳镇', shortNames: ['甸阳镇人民政府'], names: [] };
const far = {
  id: 'far',
  name: '木老元布朗族彝族乡',
  shortNames: ['木老元布朗族彝族乡人民政府', '木老元乡'],
  names: [],
};
const short = shortNames([push, town, far]);

test.each([
  ['施甸县推动长江经济带发展领导小组办公室', '县推长办'],
  ['县长江办（旧）', '县推长办'],
  ['甸阳镇', '甸阳镇'],
  ['木老元布朗族彝族乡', '木老元乡'],
])('%s goes by the name %s on a narrow line', (unit, expected) => {
  expect(short.get(unit)).toBe(expected);
});
