import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** Takes so many numbers of a series at once and answers the first of them. Nobody else gets one before the transaction ends. */
export async function takeNumbers(db: Executor, region: string, series: string, count: number): Promise<number> {
  const { last } = await db
    .insertInto('number_series')
    .values({ region, series, last: count })
    .onConflict((conflict) =>
      conflict.columns(['region', 'series']).doUpdateSet({ last: sql`number_series.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - count + 1;
}

/** Which of these numbers stand in the register already. */
export async function numbersTaken(
  db: Executor,
  region: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('problem')
    .select('number')
    .where('region', '=', region)
    .where(sql<boolean>`number = any(${numbers}::text[])`)
    .execute();
  return new Set(rows.map(({ number }) => number));
}
