import { sql } from 'kysely';
import type { Part } from './append-rows.ts';
import type { Append, Executor, Standing } from './dossiers.ts';

/**
 * New dossiers on their way into the register of all dossiers, as a part of the statement that opens them; null where it opens none.
 * Who appended to the register itself here would wait for everybody else who opens something.
 */
export function entering(appends: readonly Append[]): Part {
  const opened = appends.filter(({ before, kind }) => before === 0 && kind !== 'register');
  const [first] = opened;
  if (!first) return null;
  return sql`entering as (insert into to_register (region, dossier)
    select ${first.region}, opened.id from unnest(${opened.map(({ dossier }) => dossier)}::uuid[]) as opened(id))`;
}

/** A dossier that no volume names yet; `digest` of its first event. */
export type Unentered = {
  readonly id: string;
  readonly kind: string;
  readonly digest: Uint8Array;
  readonly found: boolean;
};

/** Dossiers that wait for the register, locked until the transaction ends; those that were there before it come first. */
export async function unentered(db: Executor, region: string, limit: number): Promise<readonly Unentered[]> {
  const { rows } = await sql<Unentered>`
    select t.dossier as id, d.kind, e.digest, t.found from to_register t
    join dossier d on d.region = t.region and d.id = t.dossier
    join dossier_event e on e.region = t.region and e.dossier = t.dossier and e.version = 1
    where t.region = ${region} order by t.found desc, t.dossier limit ${limit} for update of t skip locked`.execute(db);
  return rows;
}

/** These wait no longer: a volume names them. */
export async function leaveQueue(db: Executor, region: string, ids: readonly string[]): Promise<void> {
  await sql`delete from to_register where region = ${region} and dossier = any(${[...ids]}::uuid[])`.execute(db);
}

/** The volume that was opened last, along `dossier_register`; null where there is none. */
export async function lastVolume<S>(db: Executor, region: string): Promise<(Standing<S> & { id: string }) | null> {
  const { rows } = await sql<{ id: string; version: number; digest: Buffer; state: S }>`
    select id, version, digest, state from dossier where region = ${region} and kind = 'register'
    order by (state ->> 'volume')::int desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Of dossiers as a volume names them, those that are not there, or are of another kind or begin otherwise. */
export async function notAsEntered(
  db: Executor,
  region: string,
  entries: readonly { readonly id: string; readonly kind: string; readonly digest: string }[],
): Promise<readonly { readonly id: string; readonly kind: string; readonly there: boolean }[]> {
  const { rows } = await sql<{ id: string; kind: string; there: boolean }>`
    select n.id, n.kind, d.id is not null as there
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ kind }) => kind)}::text[],
      ${entries.map(({ digest }) => digest)}::text[]) as n(id, kind, digest)
    left join dossier d on d.region = ${region} and d.id = n.id
    left join dossier_event e on e.region = ${region} and e.dossier = n.id and e.version = 1
    where d.id is null or d.kind <> n.kind or e.digest is null or encode(e.digest, 'hex') <> n.digest`.execute(db);
  return rows;
}

/** Of these dossiers, those that still wait for the register. */
export async function waitingOf(db: Executor, region: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ dossier: string }>`
    select dossier from to_register where region = ${region} and dossier = any(${[...ids]}::uuid[])`.execute(db);
  return new Set(rows.map(({ dossier }) => dossier));
}

/** Dossiers that wait for the register and are not there: somebody took them away before they were entered. */
export async function waitingForNothing(db: Executor, region: string): Promise<readonly string[]> {
  const { rows } = await sql<{ dossier: string }>`
    select t.dossier from to_register t where t.region = ${region}
      and not exists (select from dossier d where d.region = t.region and d.id = t.dossier)`.execute(db);
  return rows.map(({ dossier }) => dossier);
}
