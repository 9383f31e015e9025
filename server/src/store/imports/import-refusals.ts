import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';

/** A workbook that was not taken in. `digest` and `size`: of what was sent; null where it was too large to be read. */
export type Refused = {
  readonly id: string;
  readonly kind: string | null;
  readonly unit: string;
  readonly person: string;
  readonly person_name: string;
  readonly name: string;
  readonly digest: string | null;
  readonly size: number | null;
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly at: string;
};

/** Notes once, by its id, that a workbook was refused, by whom it was sent and why; the file is not kept. */
export async function addRefusal(db: Executor, region: string, { reason, ...row }: Refused): Promise<void> {
  await db
    .insertInto('import_refusal')
    .values({ region, reason: JSON.stringify(reason), ...row })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Workbooks of these units, and the person's own, that were refused, newest first. */
export async function refusalsOf(
  db: Executor,
  region: string,
  { units, person }: { readonly units: readonly string[]; readonly person: string },
  limit: number,
) {
  return db
    .selectFrom('import_refusal')
    .select(['id', 'name', 'code', 'reason', 'digest', 'person_name', 'at', 'kind', 'person', 'unit'])
    .where('region', '=', region)
    .where(sql<boolean>`(unit = any(${[...units]}::text[]) or person = ${person})`)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}
