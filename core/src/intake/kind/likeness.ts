import type { Case } from '../../case/index.ts';
import type { Kind, PlaceValue, SheetField } from '../../policy/index.ts';
import type { Described } from '../likely.ts';

/**
 * A dossier of a kind as it is compared with others of it, by the fields that the kind says (`merges`): its words, its place, and what
 * else must not differ. Null where its kind compares nothing, or nothing of it is filled in.
 */
export function describedIn(kind: Kind, id: string, { values }: Pick<Case, 'values'>): Described | null {
  const fields = (kind.merges ?? []).flatMap((word) => kind.sheet.filter((field) => field.id === word));
  const valuesOf = (type: SheetField['type']): readonly unknown[] =>
    fields.flatMap((field) => (field.type === type && values[field.id] !== undefined ? [values[field.id]] : []));
  const words = valuesOf('text').join('；');
  if (words.trim() === '') return null;
  const [place] = valuesOf('place') as readonly PlaceValue[]; // what a field of this type holds
  return {
    id,
    number: null,
    title: '',
    problem: words,
    township: place?.township ?? null,
    place: place?.words ?? null,
    also: Object.fromEntries(
      fields.flatMap(({ id: field, type, label }) => {
        const value = values[field];
        return ['choice', 'unit', 'day'].includes(type) && typeof value === 'string' ? [[label.zh, value]] : [];
      }),
    ),
  };
}
