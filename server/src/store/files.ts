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

/** Enters a file that is already whole and on disk. */
export async function addFile(db: Executor, region: string, file: StoredFile): Promise<void> {
  await db
    .insertInto('file')
    .values({ region, ...file })
    .execute();
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
