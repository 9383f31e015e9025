import type { paths } from '../../api/schema.d.ts';
import type { Asked } from '../../lists/address.ts';

type Query = NonNullable<paths['/api/cases']['get']['parameters']['query']>;

/** Words of the engine that may stand in the address of a list, beside `f.<field>` for a field of its sheet. */
const WORDS: ReadonlySet<string> = new Set([
  'q',
  'stage',
  'holder',
  'unit',
  'step',
  'from',
  'opened',
  'closed',
  'light',
  'mine',
  'duty',
  'period',
  'figure',
  'sort',
  'after',
]);

const isKnown = (part: string): boolean => WORDS.has(part) || part.startsWith('f.');

const given = (asked: Asked): readonly (readonly [string, string])[] =>
  Object.entries(asked).flatMap(([part, value]) => (value && isKnown(part) ? [[part, value] as const] : []));

/** What the server is asked for from what stands in the address; words that mean nothing here are left out. */
export function queryOf(kind: string, asked: Asked): Query {
  const parts = given(asked).map(([part, value]) => [part, part === 'stage' ? value.split(',') : value]);
  return { kind, ...Object.fromEntries(parts) }; // values that are none of the contract's are the server's to refuse
}

/** The same rows as a workbook, from the first page on. */
export function workbookOf(kind: string, asked: Asked): string {
  const parts = new URLSearchParams({ kind });
  for (const [part, value] of given(asked).filter(([name]) => name !== 'after'))
    for (const one of part === 'stage' ? value.split(',') : [value]) parts.append(part, one);
  return `/api/cases/export?${parts.toString()}`;
}

/** Whether anything narrows the list: an empty one then says something else. */
export const isNarrowed = (asked: Asked): boolean => given(asked).some(([part]) => part !== 'sort' && part !== 'after');
