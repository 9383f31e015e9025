import { expect, test } from 'vitest';
import type { Basics } from '../problem/index.ts';
import { likelyDoubles, listedMeasures, withCarried, type Described } from './index.ts';

const known: Described = {
  id: 'old',
  number: 'Q-7',
  title: '甲河口养殖场污水直排河道',
  problem: '甲河口养殖场污水直排河道，约20亩水面发黑。',
  township: 'youwang',
  place: '甲河口村',
};
const written = (more: Partial<Described>): Described => ({
  ...known,
  id: '',
  number: null,
  problem: '',
  place: null,
  ...more,
});
const because = (one: Described) => likelyDoubles(one, [known]).map((each) => each.because.map(({ zh }) => zh));

test('a title alone finds the problem that was described at length, and each reason is said', () => {
  expect(because(written({ place: '甲河口' }))).toEqual([['文字相似 100%', '同一乡镇', '地点相同：甲河口村']]);
  expect(because(written({ title: '甲河口养殖场的污水直排河道里', township: null }))).toEqual([
    [expect.stringMatching(/^文字相似 \d\d%$/)],
  ]);
  expect(because(written({ number: 'q-7' }))[0]).toContain('编号相同：Q-7');
});

test('another township, other figures and other words are no doubles, nor is the problem itself', () => {
  expect(because(written({ township: 'renhe' }))).toEqual([]);
  expect(because(written({ title: '乙水库周边垃圾堆放' }))).toEqual([]);
  expect(because(written({ title: '第12号排污口超标' }))).toEqual([]);
  expect(likelyDoubles(known, [known])).toEqual([]);
  const numbered = { ...known, title: '第13号排污口超标', problem: '' };
  expect(likelyDoubles(written({ title: '第12号排污口超标' }), [numbered])).toEqual([]);
});

test('of many the likeliest five are pointed at, the likeliest first', () => {
  const many = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((sign, at) => ({
    ...known,
    id: `${at}`,
    problem: '',
    title: `${'某河口养殖场污水直排河道'.slice(0, 12 - at)}${sign}`,
  }));
  const found = likelyDoubles(written({ title: '某河口养殖场污水直排河道' }), many);

  expect(found.length).toBe(5);
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(found[0]?.id).toBe('0');
});

const basics: Basics = {
  title: '某沟污水直排',
  description: '',
  place: '',
  township: null,
  field: null,
  target: '',
  deadline: null,
  proposed: { holder: null, lead: null, person: '' },
  remarks: '来电核实',
};

test('what is carried by hand stands where an import puts it: measures below the words, further units in the remarks', () => {
  const entered = withCarried(basics, { measures: '1.封堵排口；2.清淤', cooperating: '水务局', supervising: ' ' });

  expect(entered.remarks).toBe('来电核实\n配合单位：水务局');
  expect(listedMeasures(entered.description).map(({ text }) => text)).toEqual(['封堵排口', '清淤']);
  expect(withCarried(basics, {})).toEqual(basics);
});
