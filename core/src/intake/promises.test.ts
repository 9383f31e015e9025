import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeadline } from './deadline.ts';
import { findDoubles } from './duplicates.ts';
import { listNumber, rowKey } from './key.ts';
import { answerTo, answers, question } from './question.ts';
import { contentOf } from './repeats.ts';
import { decide, listOf, OFFICE } from './testing/office.ts';
import { applyDecisions, understand } from './understand.ts';
import type { KnownProblem, Understanding } from './understood.ts';

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    '甲镇',
    '乙乡',
    '各乡镇',
    '发改局',
    '2024年底前',
    '20259月底前',
    '长期坚持',
    '1.甲；2.乙',
    '第7项、第8项',
    'XX村',
    '合计',
    '演示：甲沟直排',
    '演示：乙坪矿渣',
  ),
);
const sheet = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 8 }).map((rows) => listOf(...rows));

test('a deadline that needs a person never names a day, and the raw text is never lost', () => {
  fc.assert(
    fc.property(cell, (raw) => {
      const deadline = parseDeadline(raw, 2024);
      expect(deadline.raw).toBe(raw);
      expect(deadline.needsPerson !== undefined && deadline.date !== undefined).toBe(false);
    }),
  );
});

test('a row is ready exactly when nothing about it is open', () => {
  fc.assert(
    fc.property(sheet, (given) => {
      for (const row of understand(given, OFFICE).rows)
        expect(row.pile === 'ready').toBe(row.questions.length + row.waitsFor.length === 0);
    }),
    { numRuns: 60 },
  );
});

test('every row with text is a problem or is left out with a reason: none disappears', () => {
  fc.assert(
    fc.property(sheet, (given) => {
      const list = understand(given, OFFICE);
      const seen = new Set([...list.rows.flatMap(({ rows }) => rows), ...list.skipped.map(({ row }) => row)]);
      given.rows.forEach((row, at) => {
        if (at > (list.head?.last ?? 0) && row.some(({ text }) => text.trim() !== ''))
          expect(seen.has(at + 1)).toBe(true);
      });
    }),
    { numRuns: 60 },
  );
});

test('no two rows of one import have the same key', () => {
  fc.assert(
    fc.property(sheet, (given) => {
      const keys = understand(given, OFFICE).rows.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 60 },
  );
});

test('the same decisions give the same understanding, and strangers among them change nothing', () => {
  fc.assert(
    fc.property(sheet, fc.string(), fc.string(), (given, on, choose) => {
      const before = understand(given, OFFICE);
      const first = before.rows.flatMap(({ questions }) => questions)[0];
      const decisions = first === undefined ? [] : [decide(first.id, first.options[0]?.id ?? '', '2024-12-31')];
      expect(applyDecisions(given, OFFICE, decisions)).toEqual(applyDecisions(given, OFFICE, decisions));
      expect(applyDecisions(given, OFFICE, [decide(`?${on}`, choose)])).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

const known = ({ rows }: Understanding): readonly KnownProblem[] =>
  rows.map((row, at) => ({
    id: `p${at}`,
    key: row.key,
    content: contentOf(row),
    number: row.number,
    problem: row.problem,
    township: row.township?.unit ?? null,
    place: row.place,
  }));

const LIST = [
  ['1', 'X-1', '演示：甲沟直排', '甲镇', '甲镇', '2024年底前', '封堵'],
  ['2', 'X-2', '演示：乙坪矿渣', '乙乡', '乙乡', '2024年底前', '清运'],
];

test('the same file again brings nothing in: every row is already known', () => {
  const first = understand(listOf(...LIST), OFFICE);
  const again = understand(listOf(...[...LIST].reverse().map((row, at) => [String(at + 1), ...row.slice(1)])), {
    ...OFFICE,
    known: known(first),
  });

  expect(again.rows).toEqual([]);
  expect(again.skipped.map(({ reason }) => reason.code)).toEqual(['already-known', 'already-known']);
});

test('a corrected row keeps its key and asks whether to bring the register up to date', () => {
  const first = understand(listOf(...LIST), OFFICE);
  const changed = listOf(LIST[0] ?? [], ['2', '第 X-2 项', '演示：乙坪矿渣', '乙乡', '乙乡', '2025年底前', '清运']);
  const before = understand(changed, { ...OFFICE, known: known(first) });
  const after = applyDecisions(changed, { ...OFFICE, known: known(first) }, [
    decide(before.rows[0]?.questions[0]?.id ?? '', 'update'),
  ]);

  expect(before.rows).toMatchObject([
    { key: first.rows[1]?.key, pile: 'needs-decision', questions: [{ code: 'already-known-changed' }], updates: null },
  ]);
  expect(after.rows).toMatchObject([{ pile: 'ready', updates: 'p1', deadline: { date: '2025-12-31' } }]);
});

test('a problem of the register that comes again under another number is asked about', () => {
  const first = understand(listOf(...LIST), OFFICE);
  const other = understand(listOf(['1', 'Z-9', '演示：甲沟 直排！', '甲镇', '甲镇', '2024年底前', '封堵']), {
    ...OFFICE,
    list: '另一份清单',
    known: known(first),
  });
  expect(other.rows).toMatchObject([
    { pile: 'needs-decision', questions: [{ code: 'same-problem', options: [{ id: 'same' }, { id: 'different' }] }] },
  ]);
});

test.each([
  ['第７项', '7'],
  ['编号8', '8'],
  ['007', '7'],
  ['d3yn202405280050', 'D3YN202405280050'],
  ['第 12 条', '12'],
])('the number “%s” is %s in every spelling', (raw, number) => {
  expect(listNumber(raw)).toBe(number);
});

test('a list has the same keys in every month', () => {
  const key = (list: string): string => rowKey({ list, number: '7', problem: '', place: null });
  expect(key('虚构清单（截至2024年6月30日）')).toBe(key('虚构清单（截至2024年5月31日）'));
  expect(key('虚构清单')).not.toBe(key('另一份清单'));
});

test('other figures or another township speak against a double; the very same words are always found', () => {
  const row = (id: string, problem: string, township: string): Parameters<typeof findDoubles>[0][number] => ({
    id,
    number: null,
    problem,
    township,
    place: null,
  });
  expect(
    findDoubles([row('a', '演示：第12号排口污水直排入河', '甲'), row('b', '演示：第13号排口污水直排入河', '甲')], []),
  ).toEqual([]);
  expect(findDoubles([row('a', '演示：生活污水直排入河', '甲'), row('b', '演示：生活污水直排入河', '乙')], [])).toEqual(
    [],
  );
  const many = Array.from({ length: 300 }, (_, at) => row(`m${at}`, `演示：第${at}号排口污水直排入河`, '甲'));
  expect(findDoubles([...many, row('twin', '演示:第7号排口，污水直排入河', '甲')], [])).toMatchObject([
    { of: 'twin', with: 'm7', score: 1 },
  ]);
});

test('an answer that is no option, or lacks the value it needs, leaves the question open', () => {
  const asked = question({
    code: 'deadline-unclear',
    row: 3,
    field: 'deadline',
    raw: '不清楚',
    zh: '？',
    en: '?',
    options: [
      { id: 'none', zh: '无', en: 'none' },
      { id: 'other-date', zh: '另填', en: 'other', asks: 'date' },
    ],
  });
  expect(answerTo(asked, answers([decide(asked.id, 'invented')]))).toBeNull();
  expect(answerTo(asked, answers([decide(asked.id, 'other-date')]))).toBeNull();
  expect(answerTo(asked, answers([decide(asked.group, 'none')]))).toMatchObject({ choose: 'none' });
});

test('a day that does not exist does not settle a deadline', () => {
  const given = listOf(['1', 'X-1', '演示：甲沟直排', '甲镇', '甲镇', '视情况', '封堵']);
  const after = applyDecisions(given, OFFICE, [decide('3:deadline:deadline-unclear', 'other-date', '2024-02-30')]);
  expect(after.rows[0]).toMatchObject({ pile: 'needs-decision', deadline: { kind: 'unreadable' } });
});
