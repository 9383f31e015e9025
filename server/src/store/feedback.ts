import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** Whether this word stands under its id, from the same person. The id comes from the sender: sent twice it stands once. */
export async function standsAs(
  db: Executor,
  region: string,
  {
    id,
    person,
    text,
    page,
  }: { readonly id: string; readonly person: string; readonly text: string; readonly page: string },
): Promise<boolean> {
  const stands = await db
    .selectFrom('feedback')
    .select(['person', 'text', 'page'])
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst();
  return stands?.person === person && stands.text === text && stands.page === page;
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
