import { expect, test } from 'vitest';
import type { GivenFact } from './given-facts.ts';
import { registrationOf } from './registration.ts';
import { contentOf } from './repeats.ts';
import { decide, OFFICE, sheetOf } from './testing/office.ts';
import { applyDecisions } from './understand.ts';

const word = (id: string, zh: string) => ({ id, zh, en: id, written: [] });
const FACTS: readonly GivenFact[] = [
  {
    id: 'sender',
    zh: '问题来源',
    en: 'Sender',
    needed: true,
    values: [word('above', '上级交办'), word('own', '自查')],
  },
  { id: 'season', zh: '季节', en: 'Season', needed: true, values: [word('wet', '雨季'), word('dry', '旱季')] },
];
const context = { ...OFFICE, facts: FACTS };
const list = (...rows: readonly (readonly string[])[]) => sheetOf([['编号', '问题', '线索来源', '季节'], ...rows]);

test('facts come from the columns that say them: under a usual head where the plan calls one so, else under their own name', () => {
  const read = applyDecisions(list(['1', '演示：甲沟直排', '自查', '雨季']), context, []);

  expect(read.columns.map(({ field }) => field)).toEqual(['number', 'problem', 'source', 'fact:season']);
  expect(read.rows[0]).toMatchObject({ pile: 'ready', facts: { sender: 'own', season: 'wet' } });
});

test('what a row says of a fact goes before what is said for the whole workbook', () => {
  const [said, silent] = applyDecisions(
    list(['1', '演示：甲沟直排', '自查', '雨季'], ['2', '演示：乙塘弃土', '', '']),
    context,
    [decide('sheet:source:blank-meaning', 'none'), decide('sheet:fact:season:blank-meaning', 'none')],
  ).rows;
  const chosen = { sender: 'above', season: 'dry' };

  expect(registrationOf(said!, '清单', chosen).facts).toEqual({ sender: 'own', season: 'wet' });
  expect(registrationOf(silent!, '清单', chosen).facts).toEqual(chosen);
  expect(silent!.facts).toEqual({});
});

test('a word that is no value of the fact is asked about, and kept as words where a person says so', () => {
  const sheet = list(['1', '演示：甲沟直排', '自查', '梅雨']);
  const [asked] = applyDecisions(sheet, context, []).rows;
  const [left] = applyDecisions(sheet, context, [decide('word-unknown:fact:season:梅雨', 'leave-out')]).rows;

  expect(asked).toMatchObject({ pile: 'needs-decision', questions: [{ code: 'word-unknown', field: 'fact:season' }] });
  expect(left).toMatchObject({ pile: 'ready', facts: { sender: 'own' }, remarks: '季节：梅雨' });
  expect(contentOf(left!)).toContain('fact:season=梅雨');
});

test('where the plan asks for no fact, a column of that name is kept in the remarks like any other', () => {
  const read = applyDecisions(list(['1', '演示：甲沟直排', '自查', '雨季']), OFFICE, []);
  expect(read.rows[0]).toMatchObject({ facts: {}, remarks: '来源：自查\n季节：雨季' });
});
