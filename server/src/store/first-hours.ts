import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';
import { held } from './dossiers/seats.ts';

/** What an installation has of people and dossiers on a day. */
export type Begun = {
  readonly seats: readonly { readonly unit: string; readonly post: string }[];
  /** Whether there is a problem, or a dossier of one of the kinds that people open. */
  readonly dossiers: boolean;
};

/** Seats that somebody holds on the day, each once, and whether anything has been opened: one statement. */
export async function begunOn(db: Executor, region: string, on: string, kinds: readonly string[]): Promise<Begun> {
  const { rows } = await sql<Begun>`
    select coalesce((select jsonb_agg(distinct jsonb_build_object('unit', s.unit, 'post', s.post)) from (${held(region, on)}) s), '[]'::jsonb) as seats,
      exists (select from problem where region = ${region})
        or exists (select from case_file where region = ${region} and kind = any(${kinds}::text[])) as dossiers`.execute(
    db,
  );
  return rows[0] ?? { seats: [], dossiers: false };
}
