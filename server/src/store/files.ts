import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';
import { readBy } from './dossiers/readers.ts';

/** A file as first received. `digest` is SM3 of its bytes, lower-case hex. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly digest: string;
  readonly uploaded_by: string;
  readonly uploaded_at: string;
};

/** Enters a file that is already whole and on disk, and may be taken out again in the same transaction; its log follows. */
export async function addFile(db: Executor, region: string, file: StoredFile): Promise<void> {
  await db
    .insertInto('file')
    .values({ region, ...file })
    .execute();
}

/** Takes out those of these files that no dossier names. @returns their ids */
export async function dropUnfiled(db: Executor, region: string, files: readonly string[]): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    delete from file where region = ${region} and id = any(${[...files]}::uuid[])
      and not exists (select from filed where filed.region = file.region and filed.file = file.id)
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The file with this id, or null. The bytes are in the vault, not here. */
export async function findFile(db: Executor, region: string, id: string) {
  return (
    (await db.selectFrom('file').selectAll().where('region', '=', region).where('id', '=', id).executeTakeFirst()) ??
    null
  );
}

/** Digests of this dossier's evidence that serve in another dossier too that these seats read, along `evidence_by_digest`. */
export async function sharedEvidence(
  db: Executor,
  region: string,
  dossier: string,
  seats: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('evidence as own')
    .innerJoin('evidence as other', (join) =>
      join.onRef('other.region', '=', 'own.region').onRef('other.digest', '=', 'own.digest'),
    )
    .leftJoin('case_file', (join) =>
      join.onRef('case_file.region', '=', 'other.region').onRef('case_file.id', '=', 'other.dossier'),
    )
    .select('own.digest')
    .where('own.region', '=', region)
    .where('own.dossier', '=', dossier)
    .where(sql<boolean>`other.dossier <> own.dossier`)
    .where(readBy(seats))
    .execute();
  return new Set(rows.map((row) => row.digest));
}

/** A file whose bytes are not the ones that were filed. */
export type FileAlarm = {
  readonly file: string;
  readonly found: 'file-missing' | 'file-changed';
  readonly name: string;
  readonly at: string;
};

/** Notes that a file is not whole; one that is known to be so keeps the day on which it was first found. */
export async function raiseFileAlarm(db: Executor, region: string, alarm: FileAlarm): Promise<void> {
  await sql`
    insert into file_alarm (region, file, found, name, at)
    values (${region}, ${alarm.file}, ${alarm.found}, ${alarm.name}, ${alarm.at})
    on conflict (region, file) do update set found = excluded.found, lifted_at = null,
      at = case when file_alarm.lifted_at is null then file_alarm.at else excluded.at end`.execute(db);
}

/** Notes that these files are whole, where one was known not to be. */
export async function liftFileAlarms(
  db: Executor,
  region: string,
  files: readonly string[],
  at: string,
): Promise<void> {
  await sql`
    update file_alarm set lifted_at = ${at}
    where region = ${region} and file = any(${[...files]}::uuid[]) and lifted_at is null`.execute(db);
}

/** Files that are not whole now, newest first, 20 at most, and how many there are in all. */
export async function fileAlarms(
  db: Executor,
  region: string,
): Promise<{ readonly alarms: readonly FileAlarm[]; readonly inAll: number }> {
  const { rows } = await sql<Omit<FileAlarm, 'at'> & { readonly at: Date; readonly all: number }>`
    select file, found, name, at, count(*) over ()::int as all from file_alarm
    where region = ${region} and lifted_at is null order by at desc limit 20`.execute(db);
  return {
    alarms: rows.map(({ at, all: _all, ...alarm }) => ({ ...alarm, at: at.toISOString() })),
    inAll: rows[0]?.all ?? 0,
  };
}
