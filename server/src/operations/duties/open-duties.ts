import {
  entryOf,
  gatheringId,
  openPeriod,
  owedBy,
  periodsToOpen,
  runningDuties,
  unfinished,
  type Opening,
  type RunningDuty,
} from '@bihuan/core/duty';
import type { Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { NumberTaken, StaleVersion, type Append } from '../../store/dossiers/dossiers.ts';
import { takeNumbers } from '../../store/number-series.ts';
import { presentLaw } from '../law/present-law.ts';
import { bookOf, entered, type Kept } from './books.ts';
import { drawFor, drawnDossiers } from './frame.ts';
import { sinceHere } from './kept-duties.ts';
import { openedGathering, openReturns } from './open-returns.ts';
import { remindDuty } from './remind.ts';

/** What a look at the calendar came to. */
export type Looked = { readonly periods: number; readonly returns: number; readonly reminded: number };

/**
 * Opens everything that is to be opened today and reminds whoever is slow, duty by duty. Harmless when run again and in two
 * processes at once: what is owed has one id, and who came second finds it there. One duty that cannot be opened holds up
 * no other. @throws AggregateError with what went wrong
 */
export async function openDuties(services: Services): Promise<Looked> {
  const looked: Looked[] = [];
  const wrong: unknown[] = [];
  for (const { id } of runningDuties(presentLaw(services)?.policy.duties ?? [])) {
    try {
      looked.push(await openDuty(services, id));
    } catch (error) {
      wrong.push(error);
    }
  }
  if (wrong.length > 0) throw new AggregateError(wrong, 'duties that could not be opened');
  const sum = (of: (one: Looked) => number): number => looked.reduce((total, one) => total + of(one), 0);
  return {
    periods: sum(({ periods }) => periods),
    returns: sum(({ returns }) => returns),
    reminded: sum(({ reminded }) => reminded),
  };
}

/** The same for one duty of the edition in force. */
export async function openDuty(services: Services, id: string): Promise<Looked> {
  const law = services.law();
  const duty = runningDuties(law.policy.duties).find((each) => each.id === id);
  const since = await sinceHere(services, id);
  if (!duty || since === null) return { periods: 0, returns: 0, reminded: 0 };
  let kept = await bookOf(services, law, id);
  const opened = new Set(kept.book.periods.map((period) => period.id));
  const openings = periodsToOpen(duty, services.today(), { since, opened, rounds: kept.book.rounds }, law);
  let periods = 0;
  for (const opening of openings) {
    if (await openOne(services, { law, duty, kept, opening })) periods += 1;
    kept = await bookOf(services, law, id);
  }
  const returns = await finish(services, law, kept);
  return { periods, returns, reminded: await remindDuty(services, law, id) };
}

type Asked = { readonly law: Law; readonly duty: RunningDuty; readonly kept: Kept; readonly opening: Opening };

/**
 * Enters a period in the book with everything that is owed, and opens its gathering with it. False: somebody else did.
 * The returns follow in pieces; what is owed is fixed from here on, whatever becomes of units and plans meanwhile.
 */
async function openOne(services: Services, { law, duty, kept, opening }: Asked): Promise<boolean> {
  const { db, today } = services;
  const drawing = await drawFor(services, duty, opening.id, law);
  const drawn = await drawnDossiers(services, duty, drawing.draw?.drawn ?? []);
  const debts = owedBy(duty, law, opening.opensOn, drawn);
  const gathering = duty.runs.gathers === undefined ? null : gatheringId(law.policy, duty.id, opening.id, law);
  const fixed = { policy: law.policy.edition, debts, ...drawing, gathering };
  const { append: written } = entered(services, kept, [openPeriod(duty, opening, fixed, today())]);
  try {
    await db.transaction().execute(async (transaction) => {
      await append(transaction, written);
      const gathered = await openedGathering(services, { law, duty, opening }, (series) =>
        takeNumbers(transaction, services.region, series, 1),
      );
      if (gathered) await append(transaction, gathered);
    });
    return true;
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof NumberTaken) return false;
    throw error;
  }
}

/** Opens what earlier looks have left: the returns of every period in the book that are not there yet. */
async function finish(services: Services, law: Law, kept: Kept): Promise<number> {
  let [returns, at] = [0, kept];
  for (let period = unfinished(at.book); period; period = unfinished(at.book)) {
    const own = services.law(period.policy);
    const duty = runningDuties(own.policy.duties).find(({ id }) => id === at.book.duty)!; // the edition that opened it runs it
    const done = await openReturns(services, { law: own, duty, book: at.id, period });
    returns += done.opened;
    if (!done.all) return returns; // another process is at it
    const { size, id } = period;
    await note(
      services,
      entered(services, at, [{ type: 'ReturnsOpened', period: id, size, ...entryOf(duty, services.today()) }]).append,
    );
    at = await bookOf(services, law, duty.id);
  }
  return returns;
}

/** Two processes may find at once that everything is there: the second has nothing to note. */
async function note({ db }: Services, written: Append): Promise<void> {
  try {
    await append(db, written);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
  }
}
