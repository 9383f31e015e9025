import { passToAct, type Actor } from '@bihuan/core/access';
import { keptApart, personalIn, stillKept, type Case } from '@bihuan/core/case';
import type { Kind, SheetField } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { personalKey, personalKeyOf, type PersonalKey } from '../../keys.ts';
import { reseal, seal, unseal } from '../../sealing.ts';
import type { Services } from '../../services.ts';
import { sealedOf, type SealedRow } from '../../store/personal.ts';
import { masked } from './masked.ts';

/** A personal value as its row will have it; the sealed bytes as PostgreSQL takes them from JSON. */
export type Apart = Pick<SealedRow, 'id' | 'field' | 'key'> & { readonly sealed: string };

type Place = { readonly region: string; readonly dossier: string; readonly field: string };
const placeOf = ({ region, dossier, field }: Place): string => `${region}/${dossier}/${field}`;

/** Seals a value for this field of this dossier. */
export async function sealed({ home, region }: Services, at: Omit<Place, 'region'>, value: unknown): Promise<Apart> {
  const key = await personalKey(home);
  const made = seal(key.secret, placeOf({ region, ...at }), JSON.stringify(value));
  return { id: made.id, field: at.field, key: key.id, sealed: `\\x${made.sealed.toString('hex')}` };
}

/** Answers what becomes of a row with the key it was sealed under; null where that key is not here. Each key is read once. */
function withKeyOf<T>(home: string, then: (key: PersonalKey, row: SealedRow) => T | null) {
  const keys = new Map<string, PersonalKey | null>();
  return async (row: SealedRow): Promise<T | null> => {
    const key = keys.get(row.key) ?? (await personalKeyOf(home, row.key));
    keys.set(row.key, key);
    return key && then(key, row);
  };
}

type Keeping = Pick<Services, 'home' | 'region'>;

/** Answers the text under a row; null where its key is not here or it is not what the record names. */
export const opener = ({ home, region }: Keeping) =>
  withKeyOf(home, ({ secret }, row) => unseal(secret, placeOf({ region, ...row }), row));

/** Answers a row sealed under this key instead; null where it does not open. */
export const resealer = ({ home, region }: Keeping, now: PersonalKey) =>
  withKeyOf(home, ({ secret }, row): SealedRow | null => {
    const again = reseal(secret, now.secret, placeOf({ region, ...row }), row);
    return again && { ...row, ...again, key: now.id };
  });

/** What a dossier keeps apart, opened: id to value. What does not open is left out. */
export async function opened(services: Services, dossier: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, unknown>();
  const rows = (await sealedOf(services.db, services.region, [dossier])).filter(({ id }) => ids.includes(id));
  const open = opener(services);
  const values = new Map<string, unknown>();
  for (const row of rows) {
    const text = await open(row);
    if (text !== null) values.set(row.id, JSON.parse(text));
  }
  return values;
}

/**
 * What the sheet keeps apart, as its page shows it: whom the plan lets see it sees it masked, anybody else that it is there. To
 * see it plain is an act of its own.
 */
export async function apartView(services: Services, dossier: string, state: Case, kind: Kind, by: Actor, law: Law) {
  const standing = new Set(personalIn(state.values).map(({ id }) => id));
  const shown = keptApart(state).filter(({ id }) => standing.has(id));
  const may = 'posting' in passToAct('show-personal', state, by, law, services.today());
  const kept = stillKept(state).map(({ id }) => id);
  const values = may
    ? await opened(
        services,
        dossier,
        kept.filter((id) => standing.has(id)),
      )
    : new Map<string, unknown>();
  return shown.map(({ id, field, erasedOn }) => {
    const value = values.get(id);
    const of = fieldAt(kind, field);
    return { id, field, erasedOn, masked: value === undefined || !of ? null : masked(of, value) };
  });
}

/** A field of the sheet by its place, `reporter` or `witnesses.name`. */
export function fieldAt({ sheet }: Pick<Kind, 'sheet'>, place: string): SheetField | undefined {
  const [id, column] = place.split('.');
  const field = sheet.find((each) => each.id === id);
  return column === undefined ? field : field?.columns?.find((each) => each.id === column);
}
