import { expect, test } from 'vitest';
import { describedBy, listedMeasures } from './description.ts';

const work = '1.清运垃圾，2026年12月底前完成；2.修建截流沟';

test('measures of a list are found again in what the problem is described by', () => {
  const found = listedMeasures(describedBy({ problem: '沟内污水直排。', work }));

  expect(found.map(({ text }) => text)).toEqual(['清运垃圾，2026年12月底前完成', '修建截流沟']);
  expect(found.map(({ deadline }) => deadline?.date ?? null)).toEqual(['2026-12-31', null]);
});

test('a problem without measures of a list has none, whatever it is described by', () => {
  expect(listedMeasures(describedBy({ problem: '1.污水直排；2.垃圾堆放', work: null }))).toEqual([]);
});
