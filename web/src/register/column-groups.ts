/** Columns a person may put away, under the heads they stand under; number, problem and action always stay. */
export const GROUPS = [
  { id: 'kind', columns: ['origin', 'grade', 'field', 'edition'] },
  { id: 'answerable', columns: ['township', 'holder', 'person'] },
  { id: 'course', columns: ['step', 'due', 'dueOn', 'progress', 'registered'] },
] as const;

export type Optional = (typeof GROUPS)[number]['columns'][number];
export const OPTIONAL: readonly Optional[] = GROUPS.flatMap((group) => [...group.columns]);

const AWAY: readonly Optional[] = ['edition', 'dueOn', 'registered'];
/** What a new desk shows. */
export const USUAL: readonly Optional[] = OPTIONAL.filter((column) => !AWAY.includes(column));
