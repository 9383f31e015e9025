import { dittoDoubts } from './ditto.ts';
import type { Columns, Entry, SkippedRow } from './entries.ts';
import { digitsLost, resultMissing } from './lost-values.ts';
import type { Answers } from './question.ts';
import type { Said } from './said.ts';
import { settleStruck } from './struck.ts';
import { settleValues } from './value-doubts.ts';
import type { Place } from './value-doubts.ts';

/**
 * What can be doubtful about cells whatever they mean: words struck out, formulas without a result, digits that the spreadsheet
 * lost, words that point to another cell. Each is asked about before cells are read.
 */
export function settleCells(
  entries: readonly Entry[],
  columns: Columns,
  nameOf: (at: Place) => Said,
  given: Answers,
): { readonly entries: readonly Entry[]; readonly skipped: readonly SkippedRow[] } {
  const struck = settleStruck(entries, given, nameOf);
  const whole = settleValues(
    settleValues(struck.entries, given, (at, values) => resultMissing(at, values, nameOf)),
    given,
    (at, values) => digitsLost(at, values, nameOf),
  );
  return { entries: settleValues(whole, given, dittoDoubts(columns, nameOf)), skipped: struck.skipped };
}
