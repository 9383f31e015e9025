import { sql, type RawBuilder } from 'kysely';
import type { ToldRow } from './dossiers.ts';
import { held } from './seats.ts';

/** Where nobody holds the seat, whoever coordinates is told that it is vacant. */
const VACANT = 'vacant';

/**
 * The rows of `told` as what people are told: whoever holds the seat on the day, or else whoever is told instead. One part of the
 * statement that writes what it is about, so that both stand or neither does. `told`: rows of `ToldRow`, called `t`.
 */
export const tellPeople = (
  region: string,
  told: RawBuilder<unknown>,
  on: string,
  at: string,
): RawBuilder<unknown> => sql`
  insert into notification (region, person, dossier, id, occasion, title_zh, title_en, version, at)
  select distinct on (w.person, t.dossier, t.id) ${region}, w.person, t.dossier, t.id, w.occasion, t.title_zh, t.title_en, t.version, ${at}::timestamptz
  from ${told} cross join lateral (
    select s.person, t.occasion from (${held(region, on)}) s where s.unit = t.unit and (t.post = '*' or s.post = t.post)
    union all
    select s.person, ${VACANT} from (${held(region, on)}) s where s.unit = t.stead_unit and s.post = t.stead_post and not exists (
      select from (${held(region, on)}) h where h.unit = t.unit and (t.post = '*' or h.post = t.post))) w
  where w.person::text <> t.actor
  on conflict do nothing`;

/** Rows to tell as the table `t` of a statement whose text never changes. */
export const toldTable = (rows: readonly ToldRow[]): RawBuilder<unknown> => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(dossier uuid, id text, occasion text, title_zh text, title_en text, version int,
    unit text, post text, stead_unit text, stead_post text, actor text)`;
