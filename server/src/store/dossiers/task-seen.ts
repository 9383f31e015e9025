import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';
import { held } from './seats.ts';

/** To-dos that an act gave to these seats. */
type Given = {
  readonly dossier: string;
  readonly lines: readonly string[];
  readonly seats: readonly { readonly unit: string | null; readonly post: string }[];
  readonly but: string;
  readonly on: string;
};

/** Notes that a person has looked at all that is open in a dossier; what was noted before costs no write. */
export async function noteSeen(db: Executor, region: string, dossier: string, person: string): Promise<void> {
  await sql`
    insert into task_seen (region, dossier, task, person)
    select region, dossier, id, ${person}::uuid from task where region = ${region} and dossier = ${dossier}::uuid
    on conflict do nothing`.execute(db);
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
