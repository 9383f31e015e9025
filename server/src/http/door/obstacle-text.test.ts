import { expect, test } from 'vitest';
import { obstacleText } from './obstacle-text.ts';

test('whose seat it is and which fact is unknown are said in the words of the edition, whatever its ids are', () => {
  expect(
    obstacleText({
      code: 'wrong-seat',
      needs: [
        { unit: 'u1', unitName: '一路镇', post: 'p1', postTitle: { zh: '河长', en: 'river chief' } },
        { unit: 'u2', unitName: '二路镇', post: '*', postTitle: null },
      ],
    }),
  ).toEqual({ zh: '须由一路镇河长、二路镇人员办理。', en: 'This is for 一路镇 river chief or 二路镇 staff.' });

  expect(obstacleText({ code: 'facts-missing', missing: ['f1'], titles: [{ zh: '水系' }] })).toEqual({
    zh: '还缺少确定办理路径所需的信息：水系。',
    en: 'Still unknown: 水系.',
  });
});

test('a seat that no unit has is not made up', () => {
  const needs = [{ unit: null, unitName: null, post: 'calendar', postTitle: null }];
  expect(obstacleText({ code: 'wrong-seat', needs })).toEqual({
    zh: '须由相应岗位人员办理。',
    en: 'This is for another post.',
  });
});
