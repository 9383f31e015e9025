import { sql } from 'kysely';
import { populated, rowParts, type Part } from './append-rows.ts';
import { entering } from './registers.ts';
import { besides } from './besides.ts';
import { holders, type Held, type Seated } from './seats.ts';
import { KeyTaken, NumberTaken, RuledAlready, SHAPE, StaleVersion, type Append, type Executor } from './dossiers.ts';

/**
 * One statement writes the events, where the dossier stands, its list rows, the retry key and the outbox, so nothing
 * can half happen. It has a part for each kind of thing that the act leaves, and none for what it does not: rows come in as arrays and
 * records, so there are few texts, and each is prepared once a session.
 * @returns who holds the seats that were asked about, in the same look
 * @throws StaleVersion, NumberTaken, RuledAlready or KeyTaken; then nothing was written.
 */
export async function append(db: Executor, one: Append, asked?: AskedSeats): Promise<readonly Held[]> {
  try {
    return (await statement(one, asked).execute(db)).rows;
  } catch (error) {
    throw collision(error) ?? error;
  }
}

/** Seats of which the answer to an act names whoever holds them on the day. */
export type AskedSeats = { readonly seats: readonly Seated[]; readonly on: string };

function statement(one: Append, asked: AskedSeats | undefined) {
  const { region, dossier, kind, before, links, state, kept, outbox } = one;
  const last = links.at(-1)!;
  const logged = sql`logged as (
      insert into dossier_event (region, dossier, version, type, body, claimed_on, recorded_at, actor, command, previous, digest)
      select ${region}, ${dossier}::uuid, e.version, e.type, e.body, ${last.claimedOn}::date, ${last.recordedAt}::timestamptz, ${last.actor}, ${last.command}::uuid, e.previous, e.digest
      from unnest(${links.map((link) => link.version)}::int[], ${links.map((link) => link.type)}::text[], ${buffers(links, 'body')}::bytea[],
                  ${buffers(links, 'previous')}::bytea[], ${buffers(links, 'digest')}::bytea[]) as e(version, type, body, previous, digest)
    )`;
  const standing = sql`standing as (
      insert into dossier (region, id, kind, version, digest, state, shape)
      values (${region}, ${dossier}::uuid, ${kind}, ${last.version}, ${Buffer.from(last.digest)}, ${JSON.stringify(state)}::jsonb, ${sql.lit(SHAPE)})
      on conflict (region, id) do update set version = excluded.version, digest = excluded.digest, state = excluded.state, shape = excluded.shape
      where dossier.version = ${before}
    )`;
  const answered: Part = kept ? sql`kept as (${populated('idempotency', [{ region, ...kept }])})` : null;
  const handedOn: Part = outbox?.length
    ? sql`handed_on as (insert into outbox (region, task, body)
        select ${region}, o.task, o.body from jsonb_to_recordset(${JSON.stringify(outbox)}::jsonb) as o(task text, body jsonb))`
    : null;
  const parts = [logged, standing, entering([one]), ...rowParts(one), ...besides(one), answered, handedOn];
  const answer = asked?.seats.length ? holders(region, asked.seats, asked.on) : sql`select`;
  return sql<Held>`with ${sql.join(parts.filter((part) => part !== null))} ${answer}`;
}

const buffers = (links: Append['links'], field: 'body' | 'previous' | 'digest'): Buffer[] =>
  links.map((link) => Buffer.from(link[field]));

/** A duplicate key says which promise was about to be broken. */
export function collision(error: unknown): Error | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== '23505') return null;
  switch ('constraint' in error ? error.constraint : null) {
    // whoever opens what another opens at the same moment meets him wherever either wrote first
    case 'to_register_pkey':
    case 'dossier_event_pkey':
    case 'file_pkey':
    case 'feedback_pkey':
    case 'import_refusal_pkey':
      return new StaleVersion();
    case 'problem_region_number_key':
    case 'case_file_region_kind_number_key':
      return new NumberTaken();
    case 'ruling_for_all':
      return new RuledAlready();
    case 'idempotency_pkey':
      return new KeyTaken();
    default:
      return null;
  }
}
