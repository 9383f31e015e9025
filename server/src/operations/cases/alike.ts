import { mayRead, passToAct, type Actor } from '@bihuan/core/access';
import type { Case } from '@bihuan/core/case';
import { describedIn, likelyDoubles, likelyPairs, type Described, type Likely } from '@bihuan/core/intake';
import { kindOf, type Kind, type SheetField } from '@bihuan/core/policy';
import { kindIn, type Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { openedBy, wordedLike } from '../../store/doubles.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { eachReturn } from '../../store/duties.ts';
import { seatsReading, shownTo } from '../dossiers/reading.ts';
import { valueShown } from './shown.ts';

/** Most pairs that are shown at once: the likeliest; the rest follow as these are settled. */
const MOST = 50;
/** Dossiers that are read at a time. */
const BATCH = 500;

/** A dossier as it is compared with others, and what of it stands beside the other's. */
type Compared = { readonly described: Described; readonly kind: Kind; readonly state: Case };

/**
 * Dossiers that probably are one matter, by the fields that their kind names (合并建议): of a plain dossier, it and others of its kind;
 * of a gathering, its members, and what its members opened. Null where there is no such dossier for this person; no pairs where the
 * plan compares nothing.
 */
export async function alikeCases(services: Services, id: string, by: Actor) {
  const found = await pairsFor(services, id, by);
  return found && shownTo(services, by, found);
}

async function pairsFor(services: Services, id: string, by: Actor) {
  const { db, region, law, today } = services;
  const state = (await findDossiers<Case>(db, region, 'case', [id])).get(id)?.state;
  if (!state || !mayRead(state, by, law(state.policy), today())) return null;
  const kind = kindIn(law(state.policy), state.kind);
  if (kind?.is === 'gathering') return pairsShown(services, await membersOf(services, state, by), by);
  const found = kind?.merges ? await besides(services, id, { state, kind }, by) : null;
  if (!found) return NONE;
  const { own, others } = found;
  const likely = likelyDoubles(
    own.described,
    others.map(({ described }) => described),
  );
  const known = new Map(others.map((each) => [each.described.id, each]));
  return { pairs: likely.map((each) => pairOf(services, own, known.get(each.id)!, each, by)), more: 0 };
}

const NONE = { pairs: [], more: 0 };

/** Others of its kind that have words in common with it and that nobody has told apart from it. */
async function besides(services: Services, id: string, { state, kind }: Pick<Compared, 'state' | 'kind'>, by: Actor) {
  const { db, region } = services;
  const described = describedIn(kind, id, state);
  if (!described || state.merged) return null;
  const owed = state.owed && { duty: state.owed.duty, period: state.owed.period };
  const among = { kind: kind.id, owed, seats: seatsReading(services, by) };
  const near = await wordedLike(db, region, [described.problem], among);
  const others = await comparedOf(
    services,
    near.filter((other) => other !== id),
    by,
  );
  const own: Compared = { described, kind, state };
  return { own, others: others.filter((other) => !areApart(own, other)) };
}

/** What a gathering may find twice: its filed returns, and dossiers that they opened, each where its kind compares them. */
async function membersOf(
  services: Services,
  { owed, policy }: Case,
  by: Actor,
): Promise<readonly (readonly Compared[])[]> {
  const { db, region, law } = services;
  if (!owed) return [];
  const pack = law(policy).policy;
  const files = pack.duties.find((duty) => duty.id === owed.duty)?.runs?.files;
  const returned = files === undefined ? null : kindOf(pack, files);
  if (!returned) return [];
  const seats = seatsReading(services, by);
  const returns: string[] = [];
  for await (const line of eachReturn(db, { region, duty: owed.duty, period: owed.period, seats }))
    if (line.filed_on !== null && !line.withdrawn && line.corrects === null) returns.push(line.id);
  const opened = returned.tells.flatMap((tell) => ('open' in tell ? [tell.open] : []));
  const kinds = [...new Set(opened)].filter((id) => kindOf(pack, id)?.merges !== undefined);
  const ids = [
    ...(returned.merges ? [returns] : []),
    ...(await Promise.all(kinds.map((kind) => openedBy(db, region, { kind, seats }, returns)))),
  ];
  return Promise.all(ids.map((each) => comparedOf(services, each, by)));
}

/** Those of these dossiers that stand for themselves, say something, and are this person's to read. */
async function comparedOf(services: Services, ids: readonly string[], by: Actor): Promise<readonly Compared[]> {
  const { db, region, law, today } = services;
  const found: Compared[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await findDossiers<Case>(db, region, 'case', ids.slice(from, from + BATCH));
    for (const [id, { state }] of batch) {
      const own = law(state.policy);
      const kind = kindIn(own, state.kind);
      const described = kind && !state.merged && mayRead(state, by, own, today()) ? describedIn(kind, id, state) : null;
      if (kind && described) found.push({ described, kind, state });
    }
  }
  return found;
}

function pairsShown(services: Services, groups: readonly (readonly Compared[])[], by: Actor) {
  const pairs = groups
    .flatMap((group) => {
      const known = new Map(group.map((each) => [each.described.id, each]));
      return likelyPairs(group.map(({ described }) => described)).map(({ one, other, ...why }) => ({
        one: known.get(one)!,
        other: known.get(other)!,
        why,
      }));
    })
    .filter(({ one, other }) => !areApart(one, other));
  const shown = pairs.slice(0, MOST).map(({ one, other, why }) => pairOf(services, one, other, why, by));
  return { pairs: shown, more: pairs.length - shown.length };
}

/** Somebody looked at both and said that they are two. */
const areApart = (one: Compared, other: Compared): boolean => saysApart(one, other) || saysApart(other, one);

const saysApart = ({ state: { unlike = [] } }: Compared, { described }: Compared): boolean =>
  unlike.some(({ dossier }) => dossier === described.id);

const pairOf = (
  services: Services,
  one: Compared,
  other: Compared,
  { score, because }: Pick<Likely, 'score' | 'because'>,
  by: Actor,
) => ({
  percent: Math.round(score * 100),
  because,
  mayMerge: maySettle(services, one, by) && maySettle(services, other, by),
  one: sideOf(services, one),
  other: sideOf(services, other),
});

/** Whether this person is whom the plan gives the act; what else stands in its way is said where it is done. */
const maySettle = ({ law, today }: Services, { state }: Compared, by: Actor): boolean =>
  'posting' in passToAct('merge', state, by, law(state.policy), today());

/** One of the two as it stands beside the other: what is compared, field by field, in the order of its sheet. */
function sideOf(services: Services, { described, kind, state }: Compared) {
  const { number, title, openedOn, parts, links } = state;
  const compared = kind.sheet.filter(({ id }) => kind.merges?.includes(id));
  return {
    dossier: described.id,
    kind: kind.title,
    number,
    title,
    openedOn,
    holder: (kind.holder === undefined ? null : parts[kind.holder]?.[0]?.unitName) ?? null,
    source: links[0] ?? null,
    fields: compared.map((field) => ({ label: field.label, value: asShown(services, field, state) })),
  };
}

/** A text whole, anything else as lists show it; null where nothing stands there. */
function asShown(services: Pick<Services, 'today' | 'law' | 'now'>, field: SheetField, { values }: Case) {
  const value = values[field.id];
  if (value === undefined) return null;
  const shown = field.type === 'text' ? value : valueShown(services, field, value);
  return typeof shown === 'string' ? { zh: shown } : (shown as Law['policy']['title']); // a choice is shown by its label
}
