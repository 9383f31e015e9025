import type { Actor } from '@bihuan/core/access';
import { bookId, decideRound, emptyBook, runningDuties, type DutyBook, type OrderRound } from '@bihuan/core/duty';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { unknownDossier } from '../dossiers/command-dossier.ts';
import { retried } from '../dossiers/plain-append.ts';
import { entered } from './books.ts';
import { openDuty } from './open-duties.ts';

/** The round as the book has it from now on. */
export type Ordered = { readonly round: string };

type Asked = Intent & Pick<OrderRound, 'first' | 'last' | 'text'> & { readonly duty: string; readonly by: Actor };

/** A person orders a round of a duty. What is to be opened today is opened at once; the rest on its day. */
export async function orderRound(services: Services, asked: Asked): Promise<Answer<Ordered>> {
  const { db, region, today } = services;
  const { duty: id, by, key, fingerprint, first, last, text } = asked;
  const law = services.law();
  const duty = runningDuties(law.policy.duties).find((each) => each.id === id);
  if (!duty) return { refused: unknownDossier };
  const dossier = bookId(law.policy, id, law);
  const { standing, given } = await loadDossier<DutyBook>(db, { region, kind: 'duty', dossier, actor: by.id, key });
  if (given) return retried<Ordered>(given, asked);
  const book = standing?.state ?? emptyBook;
  const decision = decideRound({ first, last, text, by, on: today() }, duty, book, law);
  if ('refused' in decision) return decision;
  const round = decision.events.flatMap((event) => (event.type === 'RoundOrdered' ? [event.round.id] : []))[0]!;
  const answer = { by: { actor: by, administrator: false }, intent: { key, fingerprint }, response: { round } };
  try {
    await append(db, entered(services, { id: dossier, standing, book }, decision.events, answer).append);
  } catch (error) {
    // the same order came twice at once, or the calendar entered something: looked at again
    if (error instanceof KeyTaken || error instanceof StaleVersion) return orderRound(services, asked);
    throw error;
  }
  await openDuty(services, id);
  return { done: { round }, replayed: false };
}
