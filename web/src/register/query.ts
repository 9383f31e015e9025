import type { paths } from '../api/schema.d.ts';

export type RegisterQuery = NonNullable<paths['/api/problems']['get']['parameters']['query']>;

/** Filters that may stand in the address of the register, all as text. */
export const FILTERS = [
  'q',
  'stage',
  'fact',
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
  const { stage, fact, mine, ...rest } = filters;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => value && FILTERS.some((filter) => filter === key)),
  );
  return {
    ...given,
    ...(stage ? { stage: stage.split(',') } : {}), // refused by the server when it is no stage
    ...(fact ? { fact: fact.split(',') } : {}),
    ...(mine === 'true' ? { mine: true } : {}),
  };
}

/** The value that the query asks of a fact. */
export const askedOf = (fact: string, { fact: asked }: Filters): string | undefined =>
  asked
    ?.split(',')
    .find((each) => each.startsWith(`${fact}:`))
    ?.slice(fact.length + 1);

/** The facts asked, with this one asked otherwise or no more. */
export function askingFact(fact: string, value: string | undefined, { fact: asked }: Filters): string | undefined {
  const others = (asked?.split(',') ?? []).filter((each) => each !== '' && !each.startsWith(`${fact}:`));
  return [...others, ...(value ? [`${fact}:${value}`] : [])].join(',') || undefined;
}

/** The same query as an address of the export, with the columns that are on the screen. */
export function exportAddress(filters: Filters, columns: readonly string[]): string {
  const { after: _after, stage, fact, ...rest } = filters;
  const given = new URLSearchParams(
    Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  for (const one of stage?.split(',') ?? []) given.append('stage', one);
  for (const one of fact?.split(',') ?? []) given.append('fact', one);
  for (const column of columns) given.append('columns', column);
  return `/api/problems.xlsx?${given.toString()}`;
}

/** The address of an export of exactly these rows. */
export const exportOf = (ids: readonly string[]): string =>
  `/api/problems.xlsx?${new URLSearchParams(ids.map((id) => ['id', id])).toString()}`;
