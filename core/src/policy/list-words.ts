/** Columns that every list has without any sheet. */
export const columnWords: ReadonlySet<string> = new Set([
  'number',
  'title',
  'stage',
  'step',
  'holder',
  'due',
  'due-on',
  'opened',
  'closed',
  'from',
  'period',
]);

/**
 * What a list may be narrowed by without any sheet: where it stands, who has it, how near its limit is, the channel it came
 * by, the days on which it was opened and closed, a unit that plays a part, the period that it is owed for, the step at hand.
 */
export const filterWords: ReadonlySet<string> = new Set([
  'stage',
  'holder',
  'light',
  'from',
  'opened',
  'closed',
  'unit',
  'period',
  'step',
]);
