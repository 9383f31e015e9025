import { expect, test } from 'vitest';
import { linesOf, partsOf } from './part-lines.ts';

const before = {
  'case.holder': [
    { unit: 'dianyang', unitName: '甸阳镇', person: { name: '李某（演示）', id: 'p1', post: 'handler' } },
  ],
};

test('parts go into the form and come out as they were', () => {
  expect(partsOf(linesOf(before), before)).toEqual(before);
});

test('another person in the same unit is a name; the account of the one before does not stay behind', () => {
  const changed = partsOf({ 'case.holder': { units: 'dianyang', person: '王某（演示）' } }, before);
  expect(changed['case.holder']).toEqual([{ unit: 'dianyang', unitName: '甸阳镇', person: { name: '王某（演示）' } }]);
});

test('when the unit changes, its person does not come along', () => {
  expect(partsOf({ 'case.holder': { units: ['youwang'] } }, before)['case.holder']).toEqual([
    { unit: 'youwang', unitName: 'youwang', person: null },
  ]);
});

test('a part that nobody was named for is left out, one for many takes several units', () => {
  const parts = partsOf({ 'case.holder': { units: [] }, 'case.cooperating': { units: ['a', 'b'] } }, {});
  expect(Object.keys(parts)).toEqual(['case.cooperating']);
  expect(parts['case.cooperating']).toHaveLength(2);
});
