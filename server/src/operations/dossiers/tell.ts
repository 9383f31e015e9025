import { badInput, theCalendar, type Actor, type Refusal } from '@bihuan/core/access';
import { numberFor, seriesOf, type Told } from '@bihuan/core/case';
import { derivedId } from '@bihuan/core/ledger';
import { kindIn, type Linked } from '@bihuan/core/procedure';
import type { Hearing } from '@bihuan/core/procedure/verbs';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { comingNumber, type Append, type DossierKind, type Standing } from '../../store/dossiers/dossiers.ts';
import { standingsOf } from '../../store/dossiers/standings.ts';
import { caseSubject } from '../cases/subject.ts';
import { decideCounted, decideDossier, type Twin, type Written } from './decide-dossier.ts';
import type { Numbered, Signed, Subject } from './subject.ts';
import { problemSubject } from '../problems/problem-subject.ts';
import { problemTold } from '../problems/problem-told.ts';

/** More dossiers than this no single act opens or reaches: a plan whose tells go round is stopped, whatever its checker said. */
const MOST = 200;

type Acting = { readonly services: Services; readonly by: Actor };
type Decided = Written | { readonly refused: Refusal };
/** What this act has taken and written already, so that it does not take a number twice or write over itself. */
type Book = { readonly numbers: Map<string, number>; readonly standings: Map<string, Standing<unknown>> };

/**
 * What an act means for other dossiers by the tells of its kind: each decided and none written, so that all of it stands in
 * one transaction or nothing does. A dossier that is to be opened has an id that follows from what told it, so that a retry
 * opens none twice. One that cannot be reached any more, because it was withdrawn or has been there, holds nobody up.
 */
export async function toldBy(
  services: Services,
  act: Written,
  by: Actor,
): Promise<{ readonly appends: readonly Append[] } | { readonly refused: Refusal }> {
  // what it tells may tell it something in turn: then it stands as this act leaves it
  const book: Book = { numbers: new Map(), standings: new Map([[act.named.dossier, standingAfter(act)]]) };
  const acts: Written[] = [act];
  const twin = act.twin && (await decideTwin(services, act.twin, act.named.dossier));
  if (twin && 'refused' in twin) return twin;
  if (twin) acts.push(twin);
  for (let at = 0; at < acts.length && acts.length <= MOST; at += 1) {
    const teller = acts[at]!;
    for (const told of teller.told) {
      const decided =
        'open' in told ? [await open({ services, by }, teller, told, book)] : await reach(services, teller, told, book);
      const refused = decided.find((one) => 'refused' in one);
      if (refused) return refused;
      acts.push(...decided.filter((one) => 'append' in one));
    }
  }
  return { appends: acts.slice(1).map(({ append }) => append) };
}

/** The one other dossier that the act is about: refused there, it is refused as a whole. */
async function decideTwin({ db, region }: Services, { dossier, kind, decide }: Twin, own: string): Promise<Decided> {
  const [found] = await standingsOf(db, region, [dossier]);
  const other = found?.kind === kind && dossier !== own ? found : null;
  return other ? decide(other) : badInput([{ field: 'dossier', code: 'unknown' }]);
}

type Opening = Extract<Told, { readonly open: object }>;
type Reaching = Extract<Told, { readonly reach: object }>;

async function open(
  { services, by }: Acting,
  teller: Written,
  { tell, open: told }: Opening,
  book: Book,
): Promise<Decided> {
  const { db, region, law, today } = services;
  const kind = kindIn(law(), told.kind);
  if (!kind) return badInput([{ field: 'kind', code: 'unknown' }]);
  const dossier = derivedId({ region, by: teller.named.dossier, version: teller.done.version, tell }, sm3);
  const link = linkTo(teller, told.link);
  if (kind.is === 'problem') return problemTold(services, dossier, told, link, by);
  const series = seriesOf(kind, today());
  const last = book.numbers.get(series);
  const no = last === undefined ? await comingNumber(db, region, series) : last + 1;
  book.numbers.set(series, no);
  const { values } = told;
  const number = numberFor(kind, today(), no);
  const ask = { type: 'OpenCase', kind: kind.id, number, values, links: [link], told: true } as const;
  return decideDossier(caseSubject, services, { dossier, by, ask, takes: { series, no } }, null);
}

/** A dossier that a tell reaches, of whichever subject: decided as its own are, by the hand of the calendar, since no seat of it acts. */
type Reach = (
  services: Services,
  dossier: string,
  ask: { readonly type: 'ReachTold' } & Hearing,
  present: Standing<unknown>,
) => Promise<Decided>;

const REACHED: Partial<Record<DossierKind, Reach>> = { case: reachBy(caseSubject), problem: reachBy(problemSubject) };

function reachBy<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A | ({ readonly type: 'ReachTold' } & Hearing), E>,
): Reach {
  return (services, dossier, ask, present) =>
    // states that come from the store are of the kind they stand under
    decideCounted(subject, services, { dossier, by: theCalendar, ask }, present as Standing<S>);
}

async function reach(services: Services, teller: Written, { reach: told }: Reaching, book: Book): Promise<Written[]> {
  const { milestone, dossiers, how } = told;
  const found = await standingsOf(services.db, services.region, dossiers);
  const ask = { type: 'ReachTold', milestone, from: linkTo(teller, how) } as const;
  const reached: Written[] = [];
  for (const { id, kind, ...standing } of found) {
    const written = await REACHED[kind]?.(services, id, ask, book.standings.get(id) ?? standing);
    if (!written || 'refused' in written) continue;
    book.standings.set(id, standingAfter(written));
    reached.push(written);
  }
  return reached;
}

function standingAfter({ append, after }: Written): Standing<unknown> {
  const { version, digest } = append.links.at(-1)!;
  return { version, digest, state: after };
}

const linkTo = ({ named }: Written, how: string): Linked => ({ how, ...named });
