import { applyDecisions, type Decision, type Sheet, type Understanding } from '@bihuan/core/intake';
import { plainDate } from '@bihuan/core/time';
import { loadWorkbook, sheetsOf } from '../files/read-sheets.ts';
import { received } from '../files/testing/office.ts';
import { contextOf, NOTHING, type Remembered } from '../operations/imports/context.ts';
import { shidianLaw } from './law.ts';

/** The sheets of a file as it was received. */
export const receivedSheets = async (name: string): Promise<readonly Sheet[]> =>
  sheetsOf(await loadWorkbook(await received(name)), () => undefined);

/** What the office of the demonstration's county understands of a sheet; nothing is in its register but what is remembered. */
export const understoodBy = (
  sheet: Sheet,
  decisions: readonly Decision[] = [],
  memory: Remembered = NOTHING,
): Understanding =>
  applyDecisions(sheet, contextOf({ law: shidianLaw, today: () => plainDate('2026-11-30') }, memory), decisions);

/** The first sheet of a file, understood. */
export async function understoodFile(name: string, decisions: readonly Decision[] = []): Promise<Understanding> {
  const [sheet] = await receivedSheets(name);
  if (sheet === undefined) throw new Error(`${name} has no sheet`);
  return understoodBy(sheet, decisions);
}

/** Codes of the questions of each row, by the row of the sheet. */
export const codesOf = ({ rows }: Understanding): Readonly<Record<number, readonly string[]>> =>
  Object.fromEntries(rows.map((row) => [row.rows[0] ?? 0, row.questions.map(({ code }) => code)]));
