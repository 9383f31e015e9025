import type { Kind } from '../../kinds/kind.ts';
import type { SheetField } from '../../sheet/field.ts';

/** So many filters of the plan stand in the first line, which stays one line on a small screen. */
const FIRST = 3;

/** Words of the program that a list may be narrowed by, whatever its sheet. */
const WORDS = ['stage', 'holder', 'unit', 'step', 'from', 'period', 'opened', 'closed', 'light'] as const;
/** One of them. */
type FilterWord = (typeof WORDS)[number];

const isFilterWord = (word: string): word is FilterWord => WORDS.some((known) => known === word);

/** What a filter is by: a field of the sheet, which goes before a word, or a word of the program; null: by nothing here. */
export function filteredBy(filter: string, { sheet }: Pick<Kind, 'sheet'>): SheetField | FilterWord | null {
  return sheet.find(({ id }) => id === filter) ?? (isFilterWord(filter) ? filter : null);
}

/** The part of the address that a filter stands in. */
export function partOf(filter: string, kind: Pick<Kind, 'sheet'>): string {
  const by = filteredBy(filter, kind);
  return by !== null && typeof by === 'object' ? `f.${by.id}` : filter;
}

const known = (kind: Kind): readonly string[] =>
  kind.list.filters.filter((filter) => filter !== 'light' && filteredBy(filter, kind) !== null);

/** What the plan names first, and the light. */
export const firstFilters = (kind: Kind): readonly string[] => [...known(kind).slice(0, FIRST), 'light'];

/** The rest of what the plan names, and every word that narrows this kind: no channel where none is named, no period where none is owed. */
export function moreFilters(kind: Kind): readonly string[] {
  const idle = [...(kind.from.length === 0 ? ['from'] : []), ...(kind.byPeriod ? [] : ['period'])];
  const first = firstFilters(kind);
  return [...new Set([...known(kind), ...WORDS])].filter((word) => !first.includes(word) && !idle.includes(word));
}
