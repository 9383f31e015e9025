import { sql } from 'kysely';
import type { Question, QuestionRuling } from '@bihuan/core/procedure';
import type { Executor } from './dossiers/dossiers.ts';
import { readBy } from './dossiers/readers.ts';

/** A ruling that answers every dossier which comes to its point, under the edition it was made under and later readings of it. */
export type RulingForAll = { readonly policy: string; readonly key: string; readonly ruling: QuestionRuling };

/** The rulings for all that nobody has ended: one at most on a point of an edition. */
export async function rulingsForAll(db: Executor, region: string): Promise<readonly RulingForAll[]> {
  const { rows } = await sql<RulingForAll>`
    select policy, key, ruling from question
    where region = ${region} and scope = 'edition' and not used and ended_on is null`.execute(db);
  return rows;
}

/** A question as lists have it, with the dossier it was asked in. */
export type QuestionRow = {
  readonly dossier: string;
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly policy: string;
  readonly key: string;
  readonly about: Question['about'];
  readonly said: Pick<Question, 'text' | 'clauses' | 'choices'>;
  readonly asked_on: string;
};

/** Questions that wait for a ruling in dossiers that these seats read, the oldest first; `limit` at most. */
export async function openQuestions(
  db: Executor,
  region: string,
  seats: readonly string[],
  limit: number,
): Promise<readonly QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    select dossier, id, kind, number, subject, policy, key, about, said, asked_on from question
    where region = ${region} and scope is null and ${readBy(seats)}
    order by asked_on, dossier, id limit ${limit}`.execute(db);
  return rows;
}

/** A ruling for all with how often it was used; `readable`: the dossier it was made in is one that these seats read. */
export type MadeRow = QuestionRow & {
  readonly ruling: QuestionRuling;
  readonly uses: number;
  readonly readable: boolean;
};

/** Every ruling that was made for a whole edition, the newest first, those that were ended too. There are few. */
export async function rulingsMade(db: Executor, region: string, seats: readonly string[]): Promise<readonly MadeRow[]> {
  const { rows } = await sql<MadeRow>`
    select q.dossier, q.id, q.kind, q.number, q.subject, q.policy, q.key, q.about, q.said, q.asked_on, q.ruling,
      ${readBy(seats)} as readable,
      (select count(*)::int from question u where ${usesOf} and u.region = q.region) as uses
    from question q
    where q.region = ${region} and q.scope = 'edition' and not q.used
    order by q.ruled_on desc, q.asked_on desc, q.dossier, q.id`.execute(db);
  return rows;
}

/** A dossier that a ruling for all answered. */
export type UseRow = Pick<QuestionRow, 'dossier' | 'kind' | 'number' | 'subject'> & { readonly made: string };

/** Dossiers that went by each ruling, as far as these seats read them; `limit` of each at most. `made`: the dossier and id of the ruling. */
export async function usesOfRulings(
  db: Executor,
  region: string,
  seats: readonly string[],
  limit: number,
): Promise<readonly UseRow[]> {
  const { rows } = await sql<UseRow>`
    select q.dossier || ' ' || q.id as made, used.* from question q
    cross join lateral (
      select u.dossier, u.kind, u.number, u.subject from question u
      where ${usesOf} and u.region = ${region} and (u.readers is null or u.readers && ${seats}::text[])
      order by u.asked_on desc, u.dossier limit ${limit}) used
    where q.region = ${region} and q.scope = 'edition' and not q.used`.execute(db);
  return rows;
}

/** A use names the ruling by who made it on which day: the row of a use holds the ruling as it was taken over. */
const usesOf = sql`u.used and u.key = q.key and u.ruled_on = q.ruled_on and u.ruling -> 'by' = q.ruling -> 'by'
  and u.ruling -> 'choice' = q.ruling -> 'choice'`;
