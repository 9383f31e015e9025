import { sql, type Kysely, type Transaction } from 'kysely';
import type { Link } from '@bihuan/core/ledger';
import type { DB } from '../database/tables.ts';

/** A session or a transaction on it. */
export type Executor = Kysely<DB> | Transaction<DB>;

/** What a dossier is about: it decides which events it has and what its `state` is. */
export type DossierKind =
  | 'problem'
  | 'edition'
  | 'person'
  | 'calendar'
  | 'policy'
  | 'case'
  | 'duty'
  | 'appearance'
  | 'file'
  | 'feedback'
  | 'import'
  | 'refusal'
  | 'register';

/** A table of what came in, each row of which has a log of its own. */
export type ReceivedTable = 'file' | 'feedback' | 'import' | 'import_refusal';

/** What states and lines hold, as this program folds them: one more whenever it keeps more than the program before did. */
export const SHAPE = 6;

/** Where a dossier stands. `state` is what its events fold to. */
export type Standing<S> = { readonly version: number; readonly digest: Uint8Array; readonly state: S };

/** An answer given before to the same key, with the fingerprint of what was asked then. */
export type GivenAnswer = { readonly fingerprint: string; readonly status: number; readonly response: unknown };

/** The retry key of a command and the answer to keep under it. */
export type KeptAnswer = GivenAnswer & { readonly actor: string; readonly key: string; readonly at: string };

/** Rows that lists query. Each is the table's own columns by name; removed ones by their id within the dossier. */
export type RowChanges = {
  readonly problem?: object;
  readonly edition?: object;
  readonly case?: object;
  /** Where the dossier is a return of a duty. */
  readonly return?: object;
  /** Personal values: new ones with the sealed bytes, and those that are erased. */
  readonly apart?: readonly ({ readonly id: string } & object)[];
  /** Files that the events name. */
  readonly filed?: readonly string[];
  /** Files that serve as evidence from now on: id and digest. */
  readonly evidence?: readonly object[];
  /** What came in, as its row. */
  readonly received?: { readonly table: ReceivedTable; readonly row: object };
  readonly tasks: Changed;
  readonly clocks: Changed;
  readonly copies: Changed;
  /** What the plan leaves open in it. */
  readonly questions?: Changed;
  /** Who is told of it, by seat. */
  readonly tidings?: readonly Told[];
};
/** A seat that is told something, and one that is told instead where nobody holds it. Several rows of one id tell each person once. */
export type ToldRow = {
  readonly dossier: string;
  readonly id: string;
  readonly occasion: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly version: number | null;
  readonly unit: string | null;
  readonly post: string | null;
  readonly stead_unit: string | null;
  readonly stead_post: string | null;
  /** Who did it: nobody is told of what he did himself. */
  readonly actor: string;
};

/** What a seat is told of this dossier, and which seat instead where nobody holds it. */
export type Told = Omit<ToldRow, 'dossier' | 'version' | 'actor'>;
/** Rows as they are to stand, new or known, and ids of those that go. */
export type Changed = { readonly put: readonly object[]; readonly removed: readonly string[] };

/** Everything one command writes about one dossier. */
export type Append = {
  readonly region: string;
  readonly dossier: string;
  readonly kind: DossierKind;
  /** Version and digest the decision was made on; 0 for a new dossier. */
  readonly before: number;
  readonly links: readonly Link[];
  /** The office's day of the act: who holds a post on it is told. Absent: nobody is, as of an act on an account. */
  readonly on?: string;
  readonly state: object;
  readonly rows: RowChanges;
  readonly kept?: KeptAnswer;
  /** The number of a series that this dossier takes; it must be the one that comes next. */
  readonly takes?: { readonly series: string; readonly no: number };
  /** Events that were taken back: what was told by them goes. */
  readonly undone?: { readonly from: number; readonly to: number };
  readonly outbox?: readonly { readonly task: string; readonly body: object }[];
};

/** Somebody else wrote to the dossier first. Nothing of this command was written. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
}

/** The number stands in the register, or was given out, already. Nothing of this command was written. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
}

/** Somebody has ruled on the same point for the whole edition, in another dossier. Nothing of this command was written. */
export class RuledAlready extends Error {
  override readonly name = 'RuledAlready';
}

/** The same key is being answered, or was answered, by another request. Nothing of this one was written. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken';
}

/** What a command reads before it decides: the dossier, the answer already given to its key, the number that comes next. */
export type Loaded<S> = {
  readonly standing: Standing<S> | null;
  readonly given: GivenAnswer | null;
  readonly coming: number;
};

/** Loads a dossier and what else its command needs: the one read of a command. `series`: where it may take a number. */
export async function loadDossier<S>(
  db: Executor,
  at: {
    readonly region: string;
    readonly kind: DossierKind;
    readonly dossier: string;
    readonly actor: string;
    readonly key: string;
    readonly series?: string;
  },
): Promise<Loaded<S>> {
  const { rows } = await sql<{
    version: number | null;
    digest: Buffer;
    state: S;
    fingerprint: string | null;
    status: number;
    response: unknown;
    last: number | null;
  }>`
    select d.version, d.digest, d.state, i.fingerprint, i.status, i.response, n.last
    from (select ${at.region}::text as region) here
    left join dossier d on d.region = here.region and d.id = ${at.dossier}::uuid and d.kind = ${at.kind}
    left join idempotency i on i.region = here.region and i.actor = ${at.actor} and i.key = ${at.key}
    left join number_series n on n.region = here.region and n.series = ${at.series ?? null}`.execute(db);
  const { version, digest, state, fingerprint, status, response, last } = rows[0]!;
  return {
    standing: version === null ? null : { version, digest, state },
    given: fingerprint === null ? null : { fingerprint, status, response },
    coming: (last ?? 0) + 1,
  };
}

/** Where a dossier stands, or null when there is none. The id comes from a row that says which kind it is. */
export async function findDossier<S>(db: Executor, region: string, dossier: string): Promise<Standing<S> | null> {
  const row = await db
    .selectFrom('dossier')
    .select(['version', 'digest', 'state'])
    .where('region', '=', region)
    .where('id', '=', dossier)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as S } : null; // the column holds what `append` put there for this kind
}

/** What kind of dossier has this id and how far its log is, or null when none has. */
export async function standingOf(db: Executor, region: string, dossier: string) {
  const row = await db
    .selectFrom('dossier')
    .select(['kind', 'version'])
    .where('region', '=', region)
    .where('id', '=', dossier)
    .executeTakeFirst();
  return row ?? null;
}

/** Where many dossiers of a kind stand, by id. Ids without such a dossier are left out. */
export async function findDossiers<S>(
  db: Executor,
  region: string,
  kind: DossierKind,
  ids: readonly string[],
): Promise<Map<string, Standing<S>>> {
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'version', 'digest', 'state'])
    .where('region', '=', region)
    .where('kind', '=', kind)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  // the column holds what `append` put there for this kind of dossier
  return new Map(rows.map((row) => [row.id, { version: row.version, digest: row.digest, state: row.state as S }]));
}

/**
 * Several dossiers in one act: all of it or nothing. The one that keeps the retry key comes first, so that the same intent
 * sent twice waits there; then ids ascend. So no two such acts can wait for each other in a ring.
 */
export async function appendAll(
  transaction: Executor,
  appends: readonly Append[],
  write: (executor: Executor, append: Append) => Promise<unknown>,
): Promise<void> {
  const place = ({ kept, dossier }: Append): string => `${kept ? 0 : 1}${dossier}`;
  const ordered = appends.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  for (const append of ordered) await write(transaction, append);
}

/** The number that a series gives out next, from 1. Nobody has it yet. */
export async function comingNumber(db: Executor, region: string, series: string): Promise<number> {
  const row = await db
    .selectFrom('number_series')
    .select('last')
    .where('region', '=', region)
    .where('series', '=', series)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Takes the number that was coming, together with what it stands on. @throws NumberTaken when another act took it */
export async function takeNumber(transaction: Executor, region: string, series: string, no: number): Promise<void> {
  const taken = await transaction
    .insertInto('number_series')
    .values({ region, series, last: no })
    .onConflict((conflict) =>
      conflict
        .columns(['region', 'series'])
        .doUpdateSet({ last: no })
        .where('number_series.last', '=', no - 1),
    )
    .returning('last')
    .executeTakeFirst();
  if (!taken) throw new NumberTaken();
}
