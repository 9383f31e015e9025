import type { Asked } from '../lists/address.ts';

/** Words of the engine that may stand in the address of a list, beside `f.<field>` for a field of its sheet. */
const WORDS: ReadonlySet<string> = new Set(['q', 'stage', 'light', 'mine', 'sort', 'after']);

const isKnown = (part: string): boolean => WORDS.has(part) || part.startsWith('f.');

/** What the server is asked for from what stands in the address; words that mean nothing here are left out. */
export const queryOf = (kind: string, asked: Asked): Readonly<Record<string, string>> => ({
  kind,
  ...Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, string] => isKnown(entry[0]) && Boolean(entry[1])),
  ),
});

/** The same rows as a workbook. */
export function workbookOf(kind: string, asked: Asked): string {
  const { after: _after, ...rest } = queryOf(kind, asked);
  return `/api/cases/export?${new URLSearchParams(rest).toString()}`;
}

/** Whether anything narrows the list: an empty one then says something else. */
export const isNarrowed = (asked: Asked): boolean =>
  Object.entries(asked).some(([part, value]) => Boolean(value) && isKnown(part) && part !== 'sort' && part !== 'after');
