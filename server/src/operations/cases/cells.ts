import type { Kind, PlaceValue, SheetField, SheetValue, SheetValues } from '@bihuan/core/policy';

/** What lists show of a sheet: every field that is not personal, tables and files as how many there are. */
export function cellsOf(kind: Kind, values: SheetValues): Record<string, unknown> {
  const shown = kind.sheet.flatMap((field): [string, unknown][] => {
    const value = values[field.id];
    return field.personal || value === undefined ? [] : [[field.id, cellOf(field, value)]];
  });
  return Object.fromEntries(shown);
}

const cellOf = ({ type }: SheetField, value: SheetValue): unknown =>
  (type === 'rows' || type === 'files') && Array.isArray(value) ? value.length : value;

/** What lists narrow by of a dossier beside its sheet, under a sign that no field has. */
const OWN = { from: '@from=', step: '@step=' } as const;

/** The facet of the channel that a dossier came by, and of the step (its Chinese title) that is at hand in it. */
export const ownFacet = (word: keyof typeof OWN, value: string): string => `${OWN[word]}${value}`;

/** The channel in these facets; null: it came by none. */
export const channelIn = (facets: readonly string[]): string | null =>
  facets.find((facet) => facet.startsWith(OWN.from))?.slice(OWN.from.length) ?? null;

/** `field=clay`, one for each value that lists filter by: fields and facts of the kind that have a value out of a few. */
export function facetsOf(
  kind: Kind,
  values: SheetValues,
  facts: Readonly<Record<string, string | undefined>>,
): string[] {
  const fields = kind.sheet.filter(({ personal, type }) => !personal && FACETED.has(type));
  const filled = fields.flatMap(({ id }) => valuesIn(values[id]).map((value) => `${id}=${value}`));
  const known = kind.facts.flatMap((id) => (facts[id] === undefined ? [] : [`${id}=${facts[id]}`]));
  return [...new Set([...filled, ...known])];
}

const FACETED = new Set<SheetField['type']>(['choice', 'choices', 'yes-no', 'unit', 'units', 'place']);

function valuesIn(value: SheetValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  const township = (value as PlaceValue | undefined)?.township; // of what is left only a place is faceted
  return township === undefined ? [] : [township];
}

/** Everything that is written in a sheet and may be searched: words, names and places, none of them personal. */
export function wordsIn(fields: readonly SheetField[], values: SheetValues): string[] {
  return fields.flatMap((field) => {
    const value = values[field.id];
    return field.personal || value === undefined ? [] : wordsOf(field, value);
  });
}

function wordsOf({ type, columns = [] }: SheetField, value: SheetValue): string[] {
  if (type === 'text' && typeof value === 'string') return [value];
  if (type === 'rows' && Array.isArray(value)) return value.flatMap((row) => wordsIn(columns, row as SheetValues)); // what a table holds are rows
  const { words, name } = value as { readonly words?: unknown; readonly name?: unknown }; // read only where they are texts
  return [words, name].filter((word): word is string => typeof word === 'string');
}

/** A cell as a text: what is none of its own kind is empty. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';

/** What a place, a person or another dossier is called in one word of its own; undefined where it has none. */
export function wordIn(value: unknown, key: 'words' | 'name' | 'number'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const said: unknown = Reflect.get(value, key);
  return typeof said === 'string' ? said : undefined;
}
