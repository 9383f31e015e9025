import type { paths } from '../api/schema.d.ts';

export type RegisterQuery = NonNullable<paths['/api/problems']['get']['parameters']['query']>;

/** Filters that may stand in the address of the register, all as text. */
export const FILTERS = [
  'q',
  'stage',
  'origin',
  'grade',
  'field',
  'township',
  'holder',
  'edition',
  'import',
  'light',
  'mine',
  'closedSince',
  'sort',
  'after',
] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

/** The address's text as the server asks for it. Unknown words in an address are the server's to refuse. */
export function queryOf(filters: Filters): RegisterQuery {
  const { stage, mine, ...rest } = filters;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => value && FILTERS.some((filter) => filter === key)),
  );
  return {
    ...given,
    ...(stage ? { stage: stage.split(',') as RegisterQuery['stage'] } : {}), // refused by the server when it is no stage
    ...(mine === 'true' ? { mine: true } : {}),
  };
}

/** The same query as an address of the export. */
export function exportAddress(filters: Filters): string {
  const { after: _after, stage, ...rest } = filters;
  const given = new URLSearchParams(
    Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  for (const one of stage?.split(',') ?? []) given.append('stage', one);
  const text = given.toString();
  return `/api/problems.xlsx${text ? `?${text}` : ''}`;
}

/** The address of an export of exactly these rows. */
export const exportOf = (ids: readonly string[]): string =>
  `/api/problems.xlsx?${new URLSearchParams(ids.map((id) => ['id', id])).toString()}`;
