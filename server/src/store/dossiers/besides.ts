import { sql } from 'kysely';
import type { Part } from './append-rows.ts';
import type { Append, ToldRow } from './dossiers.ts';
import { tellPeople, toldTable } from './telling.ts';

/** What people have done and what others are told of it, which is no part of the record; and what an act that was taken back had told. */
export function besides(one: Append): readonly Part[] {
  const { region, dossier, links, on, undone } = one;
  const { actor, claimedOn, recordedAt } = links.at(-1)!;
  const told = toldOf(one);
  return [
    takesPart(one)
      ? sql`taking_part as (
          insert into took_part (region, person, dossier, version, at)
          values (${region}, ${actor}::uuid, ${dossier}::uuid, ${actOf(links).version}, ${recordedAt}::timestamptz)
          on conflict (region, person, dossier) do update set version = excluded.version, at = excluded.at)`
      : null,
    undone
      ? sql`untelling as (
          delete from notification where region = ${region} and dossier = ${dossier}::uuid and version between ${undone.from} and ${undone.to})`
      : null,
    told.length > 0 ? sql`telling as (${tellPeople(region, toldTable(told), on ?? claimedOn, recordedAt)})` : null,
  ];
}

const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What people have done is listed to them; what the calendar did is not, nor what was done to an account or a calendar. */
const takesPart = ({ kind, links }: Append): boolean =>
  (kind === 'problem' || kind === 'edition' || kind === 'case') && PERSON.test(links.at(-1)!.actor);

/** What an act tells, with who did it and by which event. */
export const toldOf = ({ dossier, links, on, rows: { tidings = [] } }: Append): readonly ToldRow[] =>
  on === undefined
    ? []
    : tidings.map((told) => ({
        ...told,
        id: `${told.id} ${links.at(-1)!.version}`,
        dossier,
        version: actOf(links).version,
        actor: links.at(-1)!.actor,
      }));

/** Of the events of an act, the answer to a step says what it was, else the first: what a step decides may write others before it. */
const actOf = (links: Append['links']) =>
  links.find(({ type }) => type === 'StepTaken' || type === 'StepReturned') ?? links[0]!;
