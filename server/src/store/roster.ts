import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

type KnownRow = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly administrator: boolean;
  readonly seats: readonly { readonly unit: string; readonly post: string }[];
};

/** Everybody who is in, with the posts held on the day: what a list of people is compared with. One statement for all. */
export async function everybodyOn(db: Executor, region: string, on: string): Promise<readonly KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    select p.id, p.name, p.username, p.phone, p.administrator, coalesce((
      select jsonb_agg(jsonb_build_object('unit', h.unit, 'post', h.post)) from posting h
      where h.region = p.region and h.person = p.id and (h.until_on is null or ${on}::date < h.until_on)
    ), '[]'::jsonb) as seats
    from person p where p.region = ${region} order by p.name, p.id limit 5000`.execute(db);
  return rows;
}
