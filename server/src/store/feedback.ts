import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** One word about the system, as it was said. */
export type FeedbackRow = {
  readonly id: string;
  readonly text: string;
  readonly page: string;
  readonly person: string;
  readonly person_name: string;
  readonly unit_name: string;
  readonly recorded_at: string;
};

/**
 * Enters what somebody said. The id comes from the sender: sent twice it stands once, and false means that the id stands for
 * other words or another person.
 */
export async function addFeedback(db: Executor, region: string, row: FeedbackRow): Promise<boolean> {
  await db
    .insertInto('feedback')
    .values({ region, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stands = await db
    .selectFrom('feedback')
    .select(['person', 'text', 'page'])
    .where('region', '=', region)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  return stands.person === row.person && stands.text === row.text && stands.page === row.page;
}

type Asked = { readonly after: string | null; readonly size: number; readonly person?: string };

/** Newest first along `feedback_newest`, `size` at most; `after`: below the entry with this id; `person`: only what this person wrote. */
export async function listFeedback(db: Executor, region: string, { after, size, person }: Asked) {
  return db
    .selectFrom('feedback')
    .select(['id', 'text', 'page', 'person_name', 'unit_name', 'recorded_at'])
    .where('region', '=', region)
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(recorded_at, id) < (select recorded_at, id from feedback where region = ${region} and id = ${after}::uuid)`,
      ),
    )
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .execute();
}
