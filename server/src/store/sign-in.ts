import { sql } from 'kysely';
import type { PlainDate } from '@bihuan/core/time';
import type { Executor } from './dossiers/dossiers.ts';

/** A session's person with the posts held on the day; unit names are added by whoever knows the units. */
export type SessionPerson = {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly administrator: boolean;
  /** The password is one that another handed out. */
  readonly must_change: boolean;
  readonly postings: readonly { readonly unit: string; readonly post: string }[];
};

/** Who a live session belongs to: one statement on indexes. A deactivated person has no session. */
export async function sessionPerson(
  db: Executor,
  region: string,
  token: string,
  on: PlainDate,
): Promise<SessionPerson | null> {
  const { rows } = await sql<SessionPerson>`
    select p.id, p.name, p.unit, p.administrator, p.must_change, coalesce((
      select jsonb_agg(jsonb_build_object('unit', h.unit, 'post', h.post) order by h.from_on, h.id) from posting h
      where h.region = p.region and h.person = p.id and h.from_on <= ${on}::date and (h.until_on is null or ${on}::date < h.until_on)
    ), '[]'::jsonb) as postings
    from auth.session s join person p on p.region = ${region} and p.id = s.user_id
    where s.token = ${token} and s.expires_at > now() and p.active`.execute(db);
  return rows[0] ?? null;
}

/** Makes a way in for a person. `hash` null: no password yet, only the demonstration's one click. */
export async function addSignIn(
  db: Executor,
  person: { readonly id: string; readonly name: string; readonly username: string; readonly address: string },
  hash: string | null,
): Promise<void> {
  const { id, name, username, address } = person;
  await sql`insert into auth.sign_in (id, name, email, email_verified, username) values (${id}::uuid, ${name}, ${address}, false, ${username})`.execute(
    db,
  );
  if (hash !== null) await putPassword(db, id, hash);
}

/** Sets a password in place of the one before. */
export async function putPassword(db: Executor, person: string, hash: string): Promise<void> {
  await sql`delete from auth.account where user_id = ${person}::uuid and provider_id = 'credential'`.execute(db);
  await sql`
    insert into auth.account (account_id, provider_id, user_id, password, updated_at)
    values (${person}, 'credential', ${person}::uuid, ${hash}, now())`.execute(db);
}

/** What sign-in calls a person whose name was corrected. */
export async function renameSignIn(db: Executor, person: string, name: string): Promise<void> {
  await sql`update auth.sign_in set name = ${name}, updated_at = now() where id = ${person}::uuid`.execute(db);
}

/** Ends a person's sessions, but for the one with this token. */
export async function endSessions(db: Executor, person: string, but: string | null = null): Promise<void> {
  await sql`delete from auth.session where user_id = ${person}::uuid and token is distinct from ${but}`.execute(db);
}

/** Ends sessions that ran out; the library removes one only when its cookie comes back. */
export async function sweepSessions(db: Executor): Promise<void> {
  await sql`delete from auth.session where expires_at < now()`.execute(db);
}

/** A name that somebody tries; `known`: from where it has been in before. */
export type Tried = { readonly name: string; readonly known: boolean };

/** No name has a blank in it, so nobody's tries are counted as another's. */
const countedAs = ({ name, known }: Tried): string => (known ? `${name} (known)` : name);

/**
 * Counts a try before its password is looked at, so that a hundred at once are counted too. Answers until when the name
 * is shut out, or null when this try may go on: `most` may, the next shuts it out for `minutes`.
 */
export async function countTry(db: Executor, tried: Tried, most: number, minutes: number): Promise<Date | null> {
  const username = countedAs(tried);
  const { rows } = await sql<{ locked_until: Date | null }>`
    insert into auth.attempt as a (username, failed, last_at) values (${username}, 1, now())
    on conflict (username) do update set last_at = now(),
      failed = case when a.locked_until < now() then 1 else a.failed + 1 end,
      locked_until = case
        when a.locked_until < now() then null
        when a.locked_until is null and a.failed >= ${most}::int then now() + make_interval(mins => ${minutes}::int)
        else a.locked_until end
    returning locked_until`.execute(db);
  return rows[0]?.locked_until ?? null;
}

/** Forgets tries of names that nobody tried again for a day. */
export async function sweepTries(db: Executor): Promise<void> {
  await sql`delete from auth.attempt where last_at < now() - interval '1 day'`.execute(db);
}

/** The right password was given, or an administrator set another. */
export async function forgetTries(db: Executor, username: string): Promise<void> {
  await sql`delete from auth.attempt where username in (${countedAs({ name: username, known: false })}, ${countedAs({ name: username, known: true })})`.execute(
    db,
  );
}

/** The hash of a person's password with their user name, or null when they have none. */
export async function passwordOf(
  db: Executor,
  person: string,
): Promise<{ readonly username: string; readonly hash: string } | null> {
  const { rows } = await sql<{ username: string; hash: string }>`
    select s.username, a.password as hash from auth.sign_in s join auth.account a on a.user_id = s.id and a.provider_id = 'credential'
    where s.id = ${person}::uuid and a.password is not null`.execute(db);
  return rows[0] ?? null;
}
