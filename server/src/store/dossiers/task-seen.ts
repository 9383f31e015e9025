import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';

/** Notes that a person has looked at all that is open in a dossier; what was noted before costs no write. */
export async function noteSeen(db: Executor, region: string, dossier: string, person: string): Promise<void> {
  await sql`
    insert into task_seen (region, dossier, task, person)
    select region, dossier, id, ${person}::uuid from task where region = ${region} and dossier = ${dossier}::uuid
    on conflict do nothing`.execute(db);
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
