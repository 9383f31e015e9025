import type { SheetField, SheetValues } from './field.ts';

/** What was written and not sent, by the names of the form's fields. */
export type Written = Readonly<Record<string, unknown>>;
/** What was written and not sent, on this machine; `at` is the instant it was last kept. */
export type Draft<V extends Written = Written> = { readonly values: V; readonly at: string };

/** Where drafts are kept: the browser's store, or one of a test. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'bihuan.draft.';
/** One draft for each person and what they write: two people at one machine do not see each other's. */
const nameOf = (person: string, about: string): string => `${PREFIX}${person}.${about}`;

/** Keeps what was written, as far as something was. */
export function keepDraft(store: Store, person: string, about: string, { values, at }: Draft): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  if (Object.keys(kept).length === 0) return dropDraft(store, person, about);
  try {
    store.setItem(nameOf(person, about), JSON.stringify({ values: kept, at }));
  } catch {
    // a full store keeps no draft; the form itself still holds everything
  }
}

/** The draft as far as `keepable` lets it through; null where nothing of it is left. */
export function draftOf<V extends Written>(
  store: Store,
  person: string,
  about: string,
  keepable: (values: Written) => V,
): Draft<V> | null {
  const { values, at } = read(store.getItem(nameOf(person, about)));
  const known = keepable(values);
  return Object.values(known).some((value) => value !== undefined) ? { values: known, at } : null;
}

export const dropDraft = (store: Store, person: string, about: string): void => store.removeItem(nameOf(person, about));

/** How long a draft that nobody came back for stays on the machine. */
const STAYS = 60 * 24 * 60 * 60 * 1000;

/** Puts away drafts that nobody came back for: the step they were written for has long been taken. */
export function sweepDrafts(store: Store, now: Date): void {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const { at } = read(store.getItem(name));
    if (at === '' || now.getTime() - Date.parse(at) > STAYS) store.removeItem(name);
  }
}

/** What of a sheet may be kept. Personal fields are never kept: other people use this machine too. */
export const withoutPersonal =
  (fields: readonly SheetField[]) =>
  (values: Written): SheetValues =>
    Object.fromEntries(
      fields
        .filter(({ personal, columns = [] }) => !personal && !columns.some((column) => column.personal))
        .filter(({ id }) => values[id] !== undefined)
        .map(({ id }) => [id, values[id] as SheetValues[string]] as const), // what the field's own control put there
    );

function read(text: string | null): Draft {
  const none: Draft = { values: {}, at: '' };
  try {
    return { ...none, ...(JSON.parse(text ?? '{}') as Partial<Draft>) }; // what `keepDraft` wrote
  } catch {
    return none;
  }
}
