import { mayRead, theCalendar, type Actor, type Refusal } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import {
  appendAll,
  KeyTaken,
  loadDossier,
  NumberTaken,
  RuledAlready,
  StaleVersion,
  type GivenAnswer,
} from '../../store/dossiers/dossiers.ts';
import { fasterThan } from '../../store/dossiers/events.ts';
import { holdUnopened, OpenedMeanwhile, type Given } from '../../store/dossiers/task-seen.ts';
import type { Answer, Intent } from './answer.ts';
import { decideCounted, type Asked, type DossierDone, type Written } from './decide-dossier.ts';
import { lastActOf } from './last-act.ts';
import type { Numbered, Signed, Subject } from './subject.ts';
import { seatsOf } from './staffed.ts';
import { toldBy } from './tell.ts';

/** A command on a dossier that exists; the intent carries the retry key and the fingerprint of the request. */
export type CommandAsked<A> = Asked<A> & Intent & { readonly version: number };

/** An ask with everything in it that only the server knows, and what of it is kept apart. */
export type Completed<A> = Pick<Asked<A>, 'ask' | 'apart'>;
/** Completes an ask, for a person who may see the dossier. */
type Complete<S, A> = (ask: A, state: S) => Promise<Completed<A> | { readonly refused: Refusal }>;

/** A dossier that is not there, and one that is not this person's to read: nobody can tell them apart. */
export const unknownDossier: Refusal = { code: 'not-allowed', obstacle: { code: 'unknown-dossier' }, clause: null };

/** Somebody writes to a dossier that an act reaches while it is decided: looked at again, this often. */
const ROUNDS = 5;

/** What may change what other dossiers are answered: read again at once, in the other processes with their next look. */
export const RULINGS: ReadonlySet<string> = new Set(['RuleQuestion', 'EndRuling']);

/** What is taken back is read from the log. */
const TAKEN_BACK = 'WithdrawAct';

/** load → decide → append. Every door to a dossier that runs procedures ends here: one read, one write. */
export async function commandDossier<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  asked: CommandAsked<A>,
  complete: Complete<S, A> | null = null,
  rounds = ROUNDS,
): Promise<Answer<DossierDone>> {
  const { db, region } = services;
  const { dossier, by, key } = asked;
  const { standing, given } = await loadDossier<S>(db, { region, kind: subject.kind, dossier, actor: by.id, key });
  if (given) return replay(given, asked);
  if (!standing || !isReadBy(services, standing.state, by)) return { refused: unknownDossier };
  if (standing.version !== asked.version) return { stale: await fasterThan(db, region, dossier) };

  const whole = complete ? await complete(asked.ask, standing.state) : null;
  if (whole && 'refused' in whole) return whole;
  const last =
    asked.ask.type === TAKEN_BACK
      ? await lastActOf(subject, services, { id: dossier, state: standing.state, log: null }, by)
      : null;
  const written = await decideCounted(subject, services, { ...asked, ...whole, ...(last ? { last } : {}) }, standing);
  if ('refused' in written) return written;
  try {
    const answer = last
      ? await writeTakenBack(services, written, last.given)
      : await writeWithTold(services, written, by);
    if (RULINGS.has(asked.ask.type)) await services.renewLaw();
    return answer;
  } catch (error) {
    return afterCollision(error, subject, services, asked, complete, rounds);
  }
}

/** Whether this person may read the dossier; what days do to it needs nobody's eyes. */
function isReadBy({ law, today }: Services, state: Numbered, by: Actor): boolean {
  return by.id === theCalendar.id || mayRead(state, by, law(state.policy), today());
}

/**
 * Writes a decided act with what it means for other dossiers: one statement where it means nothing, else one transaction.
 * @throws StaleVersion, NumberTaken or KeyTaken; then nothing was written
 */
export async function writeWithTold(services: Services, act: Written, by: Actor): Promise<Answer<DossierDone>> {
  const { db } = services;
  const told = await toldBy(services, act, by);
  if ('refused' in told) return told;
  const appends = [act.append, ...told.appends];
  if (appends.length === 1) {
    const asked = { seats: seatsOf(act.done.now), on: services.today() };
    return { done: act.done, replayed: false, held: await append(db, act.append, asked) };
  }
  await db.transaction().execute((transaction) => appendAll(transaction, appends, (on, one) => append(on, one)));
  return { done: act.done, replayed: false };
}

/**
 * Writes that an act was taken back: whoever has opened the dossier since it was decided comes first, and nobody opens it meanwhile.
 * @throws OpenedMeanwhile besides what every writing throws; then nothing was written
 */
async function writeTakenBack(services: Services, act: Written, given: Given): Promise<Answer<DossierDone>> {
  const { db, region, today } = services;
  const asked = { seats: seatsOf(act.done.now), on: today() };
  const held = await db.transaction().execute(async (transaction) => {
    await holdUnopened(transaction, region, given);
    return append(transaction, act.append, asked);
  });
  return { done: act.done, replayed: false, held };
}

/** What an intent that comes again is answered: as the first time, or that its key was used for something else. */
export function replay(given: GivenAnswer, { fingerprint }: Pick<Intent, 'fingerprint'>): Answer<DossierDone> {
  if (given.fingerprint !== fingerprint) return { conflict: 'key-reused' };
  return { done: given.response as DossierDone, replayed: true }; // what `decideDossier` kept under this key
}

async function afterCollision<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  error: unknown,
  subject: Subject<S, A, E>,
  services: Services,
  asked: CommandAsked<A>,
  complete: Complete<S, A> | null,
  rounds: number,
): Promise<Answer<DossierDone>> {
  const { db, region } = services;
  if (error instanceof RuledAlready) await services.renewLaw(); // decided again, the ruling is known
  else if (
    !(
      error instanceof OpenedMeanwhile ||
      error instanceof StaleVersion ||
      error instanceof KeyTaken ||
      error instanceof NumberTaken
    )
  )
    throw error;
  // the same intent sent twice at once: the other request wrote it, and its answer is this one's too
  const answered = await answeredBefore(subject, services, asked);
  if (answered) return answered;
  const faster = await fasterThan(db, region, asked.dossier);
  // nobody was faster here, but at a dossier that this act reaches or a number that it takes: looked at again
  if (faster.version !== asked.version) return { stale: faster };
  if (rounds <= 1) throw error;
  return commandDossier(subject, services, asked, complete, rounds - 1);
}

/** What this intent was answered when it came before; null when it never did. */
export async function answeredBefore(
  { kind }: Pick<Subject<never, never, never>, 'kind'>,
  { db, region }: Services,
  asked: Intent & Pick<Asked<never>, 'dossier' | 'by'>,
): Promise<Answer<DossierDone> | null> {
  const { dossier, by, key } = asked;
  const { given } = await loadDossier(db, { region, kind, dossier, actor: by.id, key });
  return given && replay(given, asked);
}
