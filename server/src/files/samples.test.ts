import { applyDecisions, understand } from '@bihuan/core/intake';
import { expect, test } from 'vitest';
import { asked, because, OFFICE, row, sampleSheet } from './testing/office.ts';

test('1: title lines, 截至… and months as sheet names do not disturb, and the two months speak of one problem', async () => {
  const may = understand(await sampleSheet('01-titles-and-months.xlsx', '5月'), OFFICE);
  const june = understand(await sampleSheet('01-titles-and-months.xlsx', '6月'), OFFICE);

  expect(may.head).toMatchObject({ first: 3, last: 3, asOf: '截至2024年5月31日', year: 2024 });
  expect(row(june, 4).key).toBe(row(may, 5).key);
  expect(row(may, 6).deadline).toMatchObject({ kind: 'unreadable', suggestions: ['2024-12-31'] });
});

test('1: a hidden sheet is only read when somebody says so', async () => {
  const draft = await sampleSheet('01-titles-and-months.xlsx', '草稿');
  const before = understand(draft, OFFICE);
  const after = applyDecisions(draft, OFFICE, [because('sheet:-:hidden-sheet', 'read')]);

  expect(before.rows.map(({ pile }) => pile)).toEqual(['needs-decision']);
  expect(after.rows.map(({ pile }) => pile)).toEqual(['ready']);
});

test('2: a head of two rows is read, a merged unit is filled down, totals are left out with their reason', async () => {
  const list = understand(await sampleSheet('02-two-row-head.xlsx', '整改台账'), OFFICE);

  expect(list.columns.map(({ field }) => field)).toEqual([
    'serial',
    'number',
    'problem',
    'goal',
    'measures',
    'deadline',
    'unit',
    'person',
    'remarks',
  ]);
  expect(list.columns[3]).toMatchObject({ group: '整改要求', text: '整改目标' });
  expect(row(list, 5).units).toMatchObject([{ unit: 'youwang', part: 'holder' }]);
  expect(list.skipped.map(({ row: at, reason }) => [at, reason.code])).toEqual([
    [6, 'total-row'],
    [8, 'total-row'],
    [9, 'note-row'],
  ]);
});

test('3: measures in one cell come apart, each with the deadline it names', async () => {
  const list = understand(await sampleSheet('03-several-measures.xlsx'), OFFICE);

  expect(
    row(list, 3).measures.items.map(({ mark, deadline }) => [mark, deadline?.date ?? deadline?.kind ?? null]),
  ).toEqual([
    ['1.', '2024-06-30'],
    ['2.', '2024-12-31'],
    ['3.', 'long-term'],
  ]);
  expect(row(list, 4).measures.items.map(({ mark, text }) => `${mark ?? ''}${text}`)).toEqual([
    '一是清运矿渣',
    '二是覆土绿化，9月底前完成',
    '三是设置围挡。',
  ]);
  // the township of a row is offered from the township that answers for it, and holds nothing up
  expect(asked(list)).toEqual([
    'sheet:township:township-from-unit',
    '4:measures:measure-deadline-unclear:4.2',
    '5:measures:measure-deadline-unclear:5.2',
  ]);
});

test('4: every way of writing a deadline is read or asked about, with the raw text beside it', async () => {
  const list = understand(await sampleSheet('04-deadlines.xlsx'), OFFICE);

  expect(list.rows.map(({ deadline }) => deadline.date ?? deadline.kind)).toEqual([
    '2024-12-31',
    '2023-12-31',
    '2027-12-31',
    '2024-12-31',
    '2024-12-31',
    '2024-12-31',
    '2024-12-31',
    '2024-12-31',
    'long-term',
    'immediate',
    'none',
    'unreadable',
    'unreadable',
    'unreadable',
  ]);
  expect(row(list, 3).deadline).toMatchObject({ longTerm: true, raw: '2024年底前，并长期坚持' });
  expect(row(list, 5).deadline).toMatchObject({ kind: 'range', from: '2025-01-01' });
});

test('5: a date that lost a character is suggested, and stands only once a person agrees', async () => {
  const sheet = await sampleSheet('05-lost-characters.xlsx');
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(sheet, OFFICE, [
    because('3:deadline:deadline-unclear', '2025-09-30'),
    because('5:deadline:deadline-unclear', 'other-date', '2025-09-30'),
  ]);

  expect(row(before, 3)).toMatchObject({ pile: 'needs-decision', deadline: { suggestions: ['2025-09-30'] } });
  expect(row(before, 3).deadline.date).toBeUndefined();
  expect(row(after, 3)).toMatchObject({
    pile: 'ready',
    deadline: { date: '2025-09-30', raw: '20259月底前' },
    decisions: [{ reason: '演示判断' }],
  });
  expect(row(after, 5)).toMatchObject({ pile: 'ready', deadline: { date: '2025-09-30' } });
  expect(row(after, 4).pile).toBe('needs-decision');
});

test('6: blanks left to be filled in are asked about, wherever they stand', async () => {
  const list = understand(await sampleSheet('06-placeholders.xlsx'), OFFICE);

  expect(asked(list)).toEqual([
    'sheet:township:township-from-unit',
    '3:problem:placeholder',
    '3:deadline:deadline-unclear',
    '4:unit:unit-unknown:( )镇',
    '4:deadline:deadline-unclear',
  ]);
  expect(row(list, 5).pile).toBe('ready');
});
