import { expect, test } from 'vitest';
import { rowErrors } from '../outcome.ts';
import { contentOfRow } from './repeats.ts';
import { CLUB, listed } from './testing/club.ts';

const codes = (row: { readonly questions: readonly { readonly code: string }[] } | undefined) =>
  row?.questions.map(({ code }) => code);

test('columns are matched by label in either language, by what fields were called before, and by usual heads', () => {
  const fields = CLUB.fields.map((field) =>
    field.id === 'since' ? { ...field, label: { zh: '发现日期', en: 'Found on' } } : field,
  );
  const context = { ...CLUB, fields, formerly: { what: ['建议事项'] } };
  const read = (head: string) => listed(['序号', head, 'about'], [['1', 'x', 'bar']], [], context).columns[1];

  expect(read('Found on')).toMatchObject({ field: 'sheet:since', confidence: 'sure' });
  expect(read('建议事项')).toMatchObject({ field: 'sheet:what', confidence: 'sure' });
  expect(read('最早发现日期')).toMatchObject({ field: 'sheet:since', confidence: 'likely' });
  expect(read('颜色')).toMatchObject({ field: null, confidence: 'none' });
});

test('what no cell can hold is left out with the reason: a table in the sheet, files, what is personal', () => {
  const { columns } = listed(['what', 'about', 'items', 'drawings', 'member'], [['长椅', 'bar', '椅', '图', '赵甲']]);
  expect(columns.slice(2).map(({ field, why }) => [field, why.zh])).toEqual([
    [null, expect.stringContaining('表中的表')],
    [null, expect.stringContaining('附件')],
    [null, CLUB.noPersonal?.zh],
  ]);
});

test('what must be there is asked of each row that lacks it, also where a fact demands it', () => {
  const { rows } = listed(
    ['what', 'about', 'where'],
    [
      ['长椅', 'court', ''],
      ['', 'bar', ''],
      ['遮阳棚', 'bar', ''],
    ],
  );
  expect(rows.map(codes)).toEqual([['value-missing'], ['value-missing'], []]);
  expect(rows.map(({ questions }) => questions[0]?.field ?? null)).toEqual(['sheet:where', 'sheet:what', null]);
});

test('a column that every row needs and the head lacks is asked about once; one value for all rows is asked as such', () => {
  const fields = CLUB.fields.map((field) => (field.id === 'about' ? { ...field, required: true } : field));
  const read = (answers: Parameters<typeof listed>[2], chosen = {}) =>
    listed(['wish', 'weight', 'since'], [['长椅', '12', '']], answers, { ...CLUB, fields, chosen });
  const open = read([]);

  expect(open.questions).toMatchObject([{ code: 'no-column', field: 'sheet:what' }]);
  expect(open.rows[0]).toMatchObject({ lacks: ['sheet:about'], pile: 'needs-decision' });
  expect(read([[open.questions[0]!.id, '0']], { 'sheet:about': 'bar' }).rows[0]).toMatchObject({
    values: { what: '长椅', weight: 12 },
    lacks: [],
    pile: 'ready',
  });
});

test('the same workbook again finds its rows; one that changed is asked about; a number that is there is left out', () => {
  const head = ['编号', 'what', 'about', 'weight'];
  const [first] = listed(head, [['', '长椅', 'bar', '12']]).rows;
  const was = {
    id: 'd1',
    number: '建议-1',
    title: '长椅',
    key: first!.key,
    content: contentOfRow(first!),
    values: first!.values,
  };
  const again = (row: readonly string[], ...answers: NonNullable<Parameters<typeof listed>[2]>) =>
    listed(head, [row], answers, { ...CLUB, known: [was] });

  expect(again(['', '长椅', 'bar', '12'])).toMatchObject({
    rows: [],
    skipped: [{ reason: { code: 'already-known' } }],
  });
  expect(again(['建议-1', '长椅', 'bar', '12'])).toMatchObject({
    rows: [],
    skipped: [{ reason: { code: 'already-known' } }],
  });
  const changed = again(['', '长椅', 'bar', '13']);
  expect(codes(changed.rows[0])).toEqual(['already-known-changed']);
  expect(changed.rows[0]?.questions[0]?.zh).toContain('没有更新：“weight”现为“12”，表里是“13”。');
  expect(again(['', '长椅', 'bar', '13'], [changed.rows[0]!.questions[0]!.id, 'new']).rows[0]).toMatchObject({
    pile: 'ready',
  });
});

test('a row with the number of a dossier is told with both values where it says something else, and never brought in', () => {
  const head = ['编号', 'what', 'about', 'weight', 'team', 'where'];
  const values = {
    what: '长椅',
    about: 'bar',
    weight: 12,
    team: 'greens',
    where: { words: '一号场', point: [99, 24] },
  } as const;
  const there = { id: 'd1', number: '建议-1', title: '长椅', key: null, content: null, values };
  const again = (row: readonly string[], ...answers: NonNullable<Parameters<typeof listed>[2]>) =>
    listed(head, [row], answers, { ...CLUB, known: [there] });
  const same = ['建议-1', '长椅', 'bar', '12', '草坪队', '一号场'];

  expect(again(same).skipped).toMatchObject([{ reason: { code: 'already-known' } }]);
  const [row] = again(same.with(3, '约13').with(4, '球网队').with(5, '')).rows;
  expect(codes(row)).toEqual(['already-known-changed']);
  expect(row?.questions[0]).toMatchObject({
    suggested: 'keep',
    options: [{ id: 'keep' }],
    zh: expect.stringContaining(
      '“weight”现为“12”，表里是“约13”；“team”现为“草坪队”，表里是“球网队”；“where”现为“一号场”，表里是“空”',
    ),
    en: expect.stringContaining('“weight” is “12”, the list says “约13”'),
  });
  expect(again(same.with(3, '13'), [again(same.with(3, '13')).rows[0]!.questions[0]!.id, 'keep'])).toMatchObject({
    rows: [],
    skipped: [{ reason: { code: 'decided' } }],
  });
});

test('a list that was changed to what the dossier has been corrected to brings nothing new', () => {
  const head = ['what', 'about', 'weight'];
  const [first] = listed(head, [['长椅', 'bar', '12']]).rows;
  const corrected = { ...first!.values, weight: 13 };
  const was = {
    id: 'd1',
    number: '建议-1',
    title: '长椅',
    key: first!.key,
    content: contentOfRow(first!),
    values: corrected,
  };

  expect(listed(head, [['长椅', 'bar', '13']], [], { ...CLUB, known: [was] }).skipped).toMatchObject([
    { reason: { code: 'already-known' } },
  ]);
});

test('two rows that are one are asked about, and each has a name of its own until somebody says', () => {
  const { rows } = listed(
    ['what', 'about'],
    [
      ['长椅', 'bar'],
      ['长椅', 'bar'],
      ['长椅', 'bar'],
    ],
  );
  expect(rows.map(codes)).toEqual([[], ['number-twice'], ['number-twice']]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
});

test('every cell that is wrong has its reason and its column', () => {
  const read = listed(['what', 'about', 'weight', 'since'], [['长椅', 'pool', '约12', '2030年2月']]);
  const [error] = rowErrors(read);
  expect(error).toMatchObject({ row: 3, columns: [2, 3, 4] });
  expect(error?.reason.split('；')).toHaveLength(3);
});

test('a channel is read from its column, or lacking', () => {
  const context = { ...CLUB, channels: [{ id: 'desk', zh: '前台', en: 'Desk', written: [] }] };
  expect(listed(['what', '来源'], [['长椅', '前台']], [], context).rows[0]).toMatchObject({
    channel: 'desk',
    lacks: [],
  });
  expect(listed(['what', 'weight'], [['长椅', '1']], [], context).rows[0]).toMatchObject({
    channel: null,
    lacks: ['channel'],
  });
});
