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
