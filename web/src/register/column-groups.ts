/**
 * Columns a person may put away, under the heads they stand under; number, problem and action always stay. Where it is
 * and who has it come first: at 1366 points across, that much is seen without moving the table.
 */
export const GROUPS = [
  { id: 'course', columns: ['step', 'progress', 'due', 'dueOn', 'registered'] },
  { id: 'answerable', columns: ['township', 'holder', 'person'] },
  { id: 'kind', columns: ['facts', 'field', 'edition'] },
  { id: 'listed', columns: ['listedHolder', 'listedDue'] },
] as const;

export type Optional = (typeof GROUPS)[number]['columns'][number];
export const OPTIONAL: readonly Optional[] = GROUPS.flatMap((group) => [...group.columns]);

const AWAY: readonly Optional[] = ['edition', 'dueOn', 'registered'];
/** What a new desk shows. */
export const USUAL: readonly Optional[] = OPTIONAL.filter((column) => !AWAY.includes(column));
