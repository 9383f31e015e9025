import type { PlainDate } from '../time/index.ts';
import type { Case, KeptApart } from './case.ts';

/** A personal value as a sheet names it: under which id it is kept, and in which field, `reporter` or `witnesses.name`. */
type NamedApart = Pick<KeptApart, 'id' | 'field'>;

/** What a sheet names of people, in rows of its tables too. */
export function personalIn(values: Readonly<Record<string, unknown>>, within = ''): readonly NamedApart[] {
  return Object.entries(values).flatMap(([key, value]): readonly NamedApart[] => {
    const field = `${within}${key}`;
    if (Array.isArray(value)) return value.flatMap((row) => (isRecord(row) ? personalIn(row, `${field}.`) : []));
    return isRecord(value) && typeof value['personal'] === 'string' ? [{ id: value['personal'], field }] : [];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the dossier keeps apart of people, erased or not, the earlier ones of a corrected field too; oldest first. */
export const keptApart = ({ apart = [] }: Pick<Case, 'apart'>): readonly KeptApart[] => apart;

/** The same dossier once it names these values. */
export function namingApart<D extends Pick<Case, 'apart'>>(dossier: D, values: Readonly<Record<string, unknown>>): D {
  const known = new Set(keptApart(dossier).map(({ id }) => id));
  const fresh = personalIn(values).filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return dossier;
  return { ...dossier, apart: [...keptApart(dossier), ...fresh.map((one) => ({ ...one, erasedOn: null }))] };
}

/** The same dossier without what these ids kept. That they were there stays. */
export const erasingApart = <D extends Pick<Case, 'apart'>>(dossier: D, ids: readonly string[], on: PlainDate): D => ({
  ...dossier,
  apart: keptApart(dossier).map((kept) => (ids.includes(kept.id) ? { ...kept, erasedOn: on } : kept)),
});

/** What is still kept: it can be shown, and erased. */
export const stillKept = (dossier: Pick<Case, 'apart'>): readonly KeptApart[] =>
  keptApart(dossier).filter(({ erasedOn }) => erasedOn === null);

/**
 * What goes when these are erased: they themselves, and of their fields whatever no longer stands in the sheet. Who asks that his
 * number be erased does not mean that the one before it stays.
 */
export function erasedWith(dossier: Pick<Case, 'apart' | 'values'>, ids: readonly string[]): readonly KeptApart[] {
  const standing = new Set(personalIn(dossier.values).map(({ id }) => id));
  const fields = new Set(
    stillKept(dossier)
      .filter(({ id }) => ids.includes(id))
      .map(({ field }) => field),
  );
  return stillKept(dossier).filter(({ id, field }) => ids.includes(id) || (fields.has(field) && !standing.has(id)));
}
