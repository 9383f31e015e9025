import {
  evolveCalendar,
  untouchedCalendar,
  type CalendarEvent,
  type CalendarLog,
  type CalendarRefusal,
} from '@bihuan/core/calendar-amendment';
import type { Keeper } from '@bihuan/core/person';
import type { CalendarFault } from '../../calendars/index.ts';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { KeyTaken, loadDossier, StaleVersion, type Executor } from '../../store/dossiers/dossiers.ts';
import { codeOf } from '../../trouble.ts';
import type { Intent } from '../dossiers/answer.ts';
import { plainAppend, retried } from '../dossiers/plain-append.ts';
import { CALENDAR, followCalendar } from './amend-clocks.ts';

/** Why an act on the calendar is not done: what stands against it, or what is wrong in the text. */
type Against = { readonly refused: CalendarRefusal } | { readonly faults: readonly CalendarFault[] };

/** How an act on the calendar ends. */
export type CalendarAnswer<D> =
  | { readonly done: D; readonly replayed: boolean }
  | Against
  | { readonly conflict: 'key-reused' };

/** Who asks, and as which intent. */
export type CalendarAsked = { readonly by: Keeper; readonly intent: Intent };

/** An act that was decided. `done`: what the person is told, also when the same intent comes again. */
type Act<D> = {
  readonly events: readonly CalendarEvent[];
  readonly done: D;
  /** What is written in the same transaction, around the log itself. @throws LookAgain where it was decided on what has changed */
  readonly beside?: (transaction: Executor, write: () => Promise<void>) => Promise<void>;
};

/** What an act was decided on has changed before it was written: it is decided anew. */
export class LookAgain extends Error {}

/**
 * An act on the log of the calendar: decided on the log as it stands, written, and decided anew where somebody else wrote
 * meanwhile, or put another notice in (23505).
 */
export async function actOnCalendar<D extends object>(
  services: Services,
  asked: CalendarAsked,
  decide: (log: CalendarLog) => Promise<Act<D> | Against>,
): Promise<CalendarAnswer<D>> {
  const { db, region } = services;
  const { by, intent } = asked;
  const found = { region, kind: 'calendar', dossier: CALENDAR, actor: by.actor.id, key: intent.key } as const;
  const { standing, given } = await loadDossier<CalendarLog>(db, found);
  if (given) return retried<D>(given, intent);
  const before = standing?.state ?? untouchedCalendar;
  const act = await decide(before);
  if (!('events' in act)) return act;
  const { events, done, beside } = act;
  const state = events.reduce<CalendarLog>(evolveCalendar, before);
  const answer = { by, intent, response: done };
  const written = plainAppend(services, { dossier: CALENDAR, kind: 'calendar', standing, events, state, answer });
  try {
    if (beside)
      await db
        .transaction()
        .execute((transaction) => beside(transaction, async () => void (await append(transaction, written))));
    else await append(db, written);
  } catch (error) {
    const again = error instanceof StaleVersion || error instanceof KeyTaken || error instanceof LookAgain;
    if (again || codeOf(error) === '23505') return actOnCalendar(services, asked, decide);
    throw error;
  }
  return { done, replayed: false };
}

/** An act that changes what days count: the law is read anew and the open clocks follow. */
export async function actOnDays<D extends object>(
  services: Services,
  asked: CalendarAsked,
  decide: (log: CalendarLog) => Promise<Act<D> | Against>,
): Promise<CalendarAnswer<D>> {
  const answer = await actOnCalendar(services, asked, decide);
  if (!('done' in answer) || answer.replayed) return answer;
  await services.renewLaw();
  await followCalendar(services);
  return answer;
}
