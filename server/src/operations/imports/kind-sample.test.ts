import { fileURLToPath } from 'node:url';
import { understandRows } from '@bihuan/core/intake';
import { kindOf } from '@bihuan/core/policy';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { kindContext, NOTHING_KNOWN } from './kind-context.ts';
import { readPack } from '../../policies/index.ts';
import { lawOf } from '../../testing/case-file.ts';
import { sampleSheet } from '../../files/testing/office.ts';

const { pack } = readPack(fileURLToPath(new URL('../../../../policies/qingchuan/2026-01-01', import.meta.url)));
const law = lawOf(pack!);
const context = kindContext(
  { law: () => law, today: () => plainDate('2026-11-30') },
  kindOf(law.policy, 'hazard')!,
  {},
  NOTHING_KNOWN,
);

test('16: fire hazards of the town are read by the sheet of their kind; what is doubtful or missing is asked about', async () => {
  const list = understandRows(await sampleSheet('16-fire-hazards.xlsx'), context, []);

  expect(list.columns.map(({ field }) => field)).toEqual([
    'serial',
    'sheet:what',
    'sheet:where',
    'sheet:field',
    'sheet:found-on',
    'channel',
    null,
    null,
    null,
  ]);
  expect(list.rows.map(({ values }) => values['found-on'])).toEqual([
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
    undefined,
    '2026-11-05',
  ]);
  expect(list.rows.map(({ questions }) => questions.map(({ code, field }) => `${field} ${code}`))).toEqual([
    [],
    [],
    ['sheet:field word-unknown'],
    ['sheet:found-on value-unclear'],
    ['sheet:field word-unknown', 'sheet:where value-missing'],
  ]);
  expect(list.rows[2]!.questions[0]!.suggested).toBe('storage');
  expect(list.rows.map(({ channel }) => channel)).toEqual(['round', 'campaign', 'resident', 'resident', 'round']);
  expect(list.skipped.map(({ row, reason }) => [row, reason.code])).toEqual([[8, 'total-row']]);
});
