import type { SheetField, SheetValues } from './field.ts';

/** What was written and not sent, on this machine; `at` is the instant it was last kept. */
export type Draft = { readonly values: SheetValues; readonly at: string };

/** Where drafts are kept: the browser's store, or one of a test. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One draft for each person and what they write: two people at one machine do not see each other's. */
const nameOf = (person: string, about: string): string => `bihuan.draft.${person}.${about}`;

/** Keeps what was written. Personal fields are never kept: other people use this machine too. */
export function keepDraft(
  store: Store,
  person: string,
  about: string,
  fields: readonly SheetField[],
  { values, at }: Draft,
): void {
  const kept = Object.fromEntries(
    Object.entries(withoutPersonal(fields, values)).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(kept).length === 0) return dropDraft(store, person, about);
  try {
    store.setItem(nameOf(person, about), JSON.stringify({ values: kept, at }));
  } catch {
    // a full store keeps no draft; the form itself still holds everything
  }
}

/** The draft as far as the sheet still has its fields; null where there is none. */
export function draftOf(store: Store, person: string, about: string, fields: readonly SheetField[]): Draft | null {
  const { values, at } = read(store, nameOf(person, about));
  const known = Object.entries(withoutPersonal(fields, values)).filter(([, value]) => value !== undefined);
  return known.length > 0 ? { values: Object.fromEntries(known), at } : null;
}

export const dropDraft = (store: Store, person: string, about: string): void => store.removeItem(nameOf(person, about));

function withoutPersonal(fields: readonly SheetField[], values: SheetValues): SheetValues {
  return Object.fromEntries(
    fields
      .filter(({ personal, columns = [] }) => !personal && !columns.some((column) => column.personal))
      .map(({ id }) => [id, values[id]] as const),
  );
}

function read(store: Store, name: string): Draft {
  const none: Draft = { values: {}, at: '' };
  try {
    return { ...none, ...(JSON.parse(store.getItem(name) ?? '{}') as Partial<Draft>) }; // what `keepDraft` wrote
  } catch {
    return none;
  }
}
