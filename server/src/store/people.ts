import { sql } from 'kysely';
import type { FormerName, Person } from '@bihuan/core/person';
import type { Executor } from './dossiers/dossiers.ts';

/** A person and the posts held or once held, by the names of their tables' columns. */
export function personRows(region: string, id: string, person: Person) {
  const { name, username, unit, administrator, postings } = person;
  const held = postings.map((posting) => ({
    region,
    person: id,
    id: posting.id,
    unit: posting.unit,
    post: posting.post,
    from_on: posting.from,
    until_on: posting.until,
  }));
  const row = { region, id, name, username, unit, administrator, active: person.stage === 'active' };
  const { phone = null, formerNames = [], mustChange = false } = person;
  return { row: { ...row, phone, former_names: formerNames, must_change: mustChange }, held };
}

/** Rows of lists for a person as their log has them now. In the transaction that writes the log. */
export async function putPerson(
  db: Executor,
  region: string,
  id: string,
  person: Person,
  about?: string,
): Promise<void> {
  const { row, held } = personRows(region, id, person);
  const written = { ...row, former_names: JSON.stringify(row.former_names) };
  await db
    .insertInto('person')
    .values({ ...written, about: about ?? null })
    .onConflict((conflict) => conflict.columns(['region', 'id']).doUpdateSet(written))
    .execute();
  await db.deleteFrom('posting').where('region', '=', region).where('person', '=', id).execute();
  if (held.length > 0) await db.insertInto('posting').values(held).execute();
}

/** The person with this user name (lower case), or null. */
export async function personByUsername(db: Executor, region: string, username: string) {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'active'])
    .where('region', '=', region)
    .where('username', '=', username)
    .executeTakeFirst();
  return row ?? null;
}

/** Everybody who bears one of these names together with somebody else. */
export async function namesakes(db: Executor, region: string, names: readonly string[]) {
  return db
    .selectFrom('person')
    .select(['id', 'phone', 'username'])
    .where('region', '=', region)
    .where(
      sql<boolean>`name in (select name from person where region = ${region} and name = any(${names}::text[])
        group by name having count(*) > 1)`,
    )
    .execute();
}

/** Whether anybody is in this installation yet. */
export async function anybody(db: Executor, region: string): Promise<boolean> {
  return (
    (await db.selectFrom('person').select('id').where('region', '=', region).limit(1).executeTakeFirst()) !== undefined
  );
}

type Asked = { readonly after: string | null; readonly size: number; readonly unit?: string };

/** People by name along `person_by_name`, `size` at most, with every posting they have or had. `unit`: only those with a posting there, ended ones too. */
export async function peopleAfter(db: Executor, region: string, { after, size, unit }: Asked) {
  return db
    .selectFrom('person as p')
    .select([
      'p.id',
      'p.name',
      'p.username',
      'p.unit',
      'p.administrator',
      'p.active',
      'p.about',
      'p.phone',
      'p.must_change',
    ])
    .select(sql<readonly FormerName[]>`p.former_names`.as('former_names'))
    .select(
      sql<readonly PostingRow[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', h.id, 'unit', h.unit, 'post', h.post, 'from', h.from_on, 'until', h.until_on) order by h.from_on, h.id)
        from posting h where h.region = p.region and h.person = p.id), '[]'::jsonb)`.as('postings'),
    )
    .where('p.region', '=', region)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(p.name, p.id) > (select name, id from person where region = ${region} and id = ${after}::uuid)`,
      ),
    )
    .$if(unit !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from posting h where h.region = p.region and h.person = p.id and h.unit = ${unit ?? ''})`,
      ),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(size)
    .execute();
}

/** A posting as lists show it. */
export type PostingRow = {
  readonly id: string;
  readonly unit: string;
  readonly post: string;
  readonly from: string;
  readonly until: string | null;
};

/** The one-time code of an empty installation: its digest and whether it was used. */
export async function findSetUp(db: Executor, region: string) {
  return (
    (await db
      .selectFrom('set_up')
      .select(['code_digest', 'used_at'])
      .where('region', '=', region)
      .executeTakeFirst()) ?? null
  );
}

/** Puts a fresh code in the place of one that was not used. */
export async function putSetUpCode(db: Executor, region: string, digest: string): Promise<void> {
  await sql`
    insert into set_up (region, code_digest, made_at) values (${region}, ${digest}, now())
    on conflict (region) do update set code_digest = excluded.code_digest, made_at = excluded.made_at where set_up.used_at is null`.execute(
    db,
  );
}

/** Uses the code up. Of two who come at once, one is told true. */
export async function useSetUpCode(db: Executor, region: string, digest: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update set_up set used_at = now() where region = ${region} and code_digest = ${digest} and used_at is null`.execute(
      db,
    );
  return numAffectedRows === 1n;
}

type InventedRow = {
  readonly id: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly unit: string | null;
  readonly posts: string[] | null;
  readonly about: string;
};

/** Whether somebody is in who was not invented for a demonstration. */
export async function anybodyReal(db: Executor, region: string): Promise<boolean> {
  const real = db.selectFrom('person').select('id').where('region', '=', region).where('about', 'is', null);
  return (await real.limit(1).executeTakeFirst()) !== undefined;
}

/** Invented people who are active, each with the first post held on the day. */
export async function demonstrationRows(db: Executor, region: string, on: string) {
  const { rows } = await sql<InventedRow>`
    select p.id, p.name, p.administrator, h.unit, h.posts, p.about from person p left join lateral (
      select min(unit) unit, array_agg(post order by post) posts from posting h where h.region = p.region
        and h.person = p.id and h.from_on <= ${on}::date and (h.until_on is null or ${on}::date < h.until_on)) h on true
    where p.region = ${region} and p.active and p.about is not null order by p.name, p.id limit 500`.execute(db);
  return rows;
}

/** Whether this invented person may still come in; undefined when there is none with this id. */
export async function demonstrationPerson(db: Executor, region: string, id: string) {
  return db
    .selectFrom('person')
    .select('active')
    .where('region', '=', region)
    .where('id', '=', id)
    .where('about', 'is not', null)
    .executeTakeFirst();
}

/** Posts this person holds on the day. */
export async function postingsOn(db: Executor, region: string, person: string, on: string) {
  return db
    .selectFrom('posting')
    .select(['unit', 'post'])
    .where('region', '=', region)
    .where('person', '=', person)
    .where('from_on', '<=', on)
    .where(sql<boolean>`(until_on is null or until_on > ${on}::date)`)
    .orderBy('unit')
    .orderBy('post')
    .execute();
}

/** What these people are called, by id. */
export async function namesOf(
  db: Executor,
  region: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = people.filter((id) => /^[0-9a-f-]{36}$/i.test(id));
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
