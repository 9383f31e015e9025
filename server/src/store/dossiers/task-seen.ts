import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';
import { held } from './seats.ts';

/** To-dos that an act gave to these seats. */
export type Given = {
  readonly dossier: string;
  readonly lines: readonly string[];
  readonly seats: readonly { readonly unit: string | null; readonly post: string }[];
  readonly but: string;
  readonly on: string;
};

/** Somebody opened the dossier while the act that gave him a to-do was being taken back: it is decided again, knowing it. */
export class OpenedMeanwhile extends Error {
  constructor() {
    super('opened while it was taken back');
    this.name = 'OpenedMeanwhile';
  }
}

/**
 * Notes that a person has looked at all that is open in a dossier; what was noted before costs no write. A to-do that is being taken
 * back at this moment is waited for: either it is noted and stays, or it is gone and nothing is noted.
 */
export async function noteSeen(db: Executor, region: string, dossier: string, person: string): Promise<void> {
  await sql`
    insert into task_seen (region, dossier, task, person)
    select t.region, t.dossier, t.id, ${person}::uuid from task t
    where t.region = ${region} and t.dossier = ${dossier}::uuid and not exists (
      select from task_seen s where s.region = t.region and s.dossier = t.dossier and s.task = t.id and s.person = ${person}::uuid)
    order by t.id for key share of t
    on conflict do nothing`.execute(db);
}

/**
 * Holds these to-dos for whoever takes back what gave them, until his transaction ends: nobody is noted as having looked at them
 * meanwhile. The dossier first, as whoever writes to it holds it.
 * @throws OpenedMeanwhile where somebody has looked already
 */
export async function holdUnopened(transaction: Executor, region: string, given: Given): Promise<void> {
  const { dossier, lines } = given;
  await sql`select from dossier where region = ${region} and id = ${dossier}::uuid for update`.execute(transaction);
  await sql`select from task where region = ${region} and dossier = ${dossier}::uuid and id = any(${lines}::text[])
    order by id for update`.execute(transaction);
  if (await isOpened(transaction, region, given)) throw new OpenedMeanwhile();
}

/**
 * Whether anybody who holds one of these seats on the day has looked at one of these to-dos; `but`: the one who asks. What was
 * looked at goes with its to-do, so that one which is taken back and given again is new.
 */
export async function isOpened(
  db: Executor,
  region: string,
  { dossier, lines, seats, but, on }: Given,
): Promise<boolean> {
  const named = seats.filter(({ unit }) => unit !== null);
  if (lines.length === 0 || named.length === 0) return false;
  const { rows } = await sql<{ opened: boolean }>`
    select exists (
      select from task_seen s join (${held(region, on)}) h on h.person = s.person
      join unnest(${named.map(({ unit }) => unit)}::text[], ${named.map(({ post }) => post)}::text[]) as seat(unit, post)
        on seat.unit = h.unit and (seat.post = '*' or seat.post = h.post)
      where s.region = ${region} and s.dossier = ${dossier}::uuid and s.person <> ${but}::uuid and s.task = any(${lines}::text[])) opened`.execute(
    db,
  );
  return rows[0]!.opened;
}

/** Which of these to-dos the person has looked at, as `dossier task`. */
export async function seenOf(
  db: Executor,
  region: string,
  person: string,
  dossiers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const rows = await db
    .selectFrom('task_seen')
    .select(['dossier', 'task'])
    .where('region', '=', region)
    .where(sql<boolean>`dossier = any(${dossiers}::uuid[])`)
    .where('person', '=', person)
    .execute();
  return new Set(rows.map(({ dossier, task }) => `${dossier} ${task}`));
}
