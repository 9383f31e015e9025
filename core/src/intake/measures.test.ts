import { expect, test } from 'vitest';
import { ownDeadline, splitMeasures } from './measures.ts';

const texts = (raw: string): readonly string[] => splitMeasures(raw).items.map(({ text }) => text);

test.each([
  ['1.清运；2.覆绿', ['清运', '覆绿']],
  ['1、清运\n2、覆绿\n3、巡查', ['清运', '覆绿', '巡查']],
  ['１．清运；２．覆绿', ['清运', '覆绿']],
  ['（1）清运。（2）覆绿。', ['清运。', '覆绿。']],
  ['(一)清运 (二)覆绿', ['清运', '覆绿']],
  ['①清运②覆绿', ['清运', '覆绿']],
  ['一是清运；二是覆绿；三是巡查。', ['清运', '覆绿', '巡查。']],
  ['一、清运\n二、覆绿', ['清运', '覆绿']],
  ['1.清运。(1)先东侧；(2)后西侧。2.覆绿', ['清运。(1)先东侧；(2)后西侧。', '覆绿']],
])('“%s” is several measures', (raw, items) => {
  expect(texts(raw)).toEqual(items);
});

test.each(['建设1.5公里管网，改造2.3公里', '按照《方案》第（2）条办理', '清运覆绿', '2.覆绿', '一是清运'])(
  '“%s” is one measure',
  (raw) => {
    expect(splitMeasures(raw)).toMatchObject({ intro: '', items: [{ text: raw }] });
  },
);

test('what stands before the first number is kept', () => {
  expect(splitMeasures('坚持标本兼治：1.清运；2.覆绿')).toMatchObject({
    intro: '坚持标本兼治：',
    items: [{ text: '清运' }, { text: '覆绿' }],
  });
});

test.each([
  ['2024年6月底前完成勘察', '2024-06-30'],
  ['勘察，2024年6月30日前完成', '2024-06-30'],
  ['二〇二四年底前完成勘察', '2024-12-31'],
  ['截至2024年5月底，已完成勘察', null],
  ['按照2023年1月印发的方案清运', null],
  ['清运', null],
])('“%s” names the deadline %s', (measure, date) => {
  expect(ownDeadline(measure)?.date ?? null).toBe(date);
});

test.each([
  '9月底前完成',
  '20259月底前完成',
  '2024年9月前完成',
  '2024年6月底前完成勘察，2024年12月底前完成建设',
  '20XX年底前完成',
])('“%s” names a deadline that a person must settle', (measure) => {
  expect(ownDeadline(measure, 2024)).toMatchObject({ kind: 'unreadable' });
});

test('a measure kept up for ever says so', () => {
  expect(ownDeadline('加强巡查，长期坚持。')).toMatchObject({ kind: 'long-term' });
  expect(ownDeadline('2024年6月底前完成，并长期坚持')).toMatchObject({ date: '2024-06-30', longTerm: true });
});
