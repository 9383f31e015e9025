import {
  evolveCalendar,
  untouchedCalendar,
  type CalendarEvent,
  type CalendarLog,
} from '@bihuan/core/calendar-amendment';
import type { Keeper } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import type { Intent } from '../dossiers/answer.ts';
import { plainAppend, retried } from '../dossiers/plain-append.ts';
import { CALENDAR } from './amend-clocks.ts';
import type { CalendarAnswer } from './apply-notice.ts';

type Decided = { readonly events: readonly CalendarEvent[] } | Exclude<CalendarAnswer<never>, { readonly done: never }>;

/**
 * An act on the log of the calendar that moves no clock: decided on the log as it stands, written, and decided anew where
 * somebody else wrote meanwhile.
 * @param response what the person is told, also when the same intent comes again
 */
export async function actOnCalendar<D extends object>(
  services: Services,
  { by, intent }: { readonly by: Keeper; readonly intent: Intent },
  response: D,
  decide: (log: CalendarLog) => Decided | Promise<Decided>,
): Promise<CalendarAnswer<D>> {
  const { db, region } = services;
  const found = { region, kind: 'calendar', dossier: CALENDAR, actor: by.actor.id, key: intent.key } as const;
  const { standing, given } = await loadDossier<CalendarLog>(db, found);
  if (given) return retried<D>(given, intent);
  const state = standing?.state ?? untouchedCalendar;
  const decided = await decide(state);
  if (!('events' in decided)) return decided;
  const { events } = decided;
  const after = events.reduce<CalendarLog>(evolveCalendar, state);
  const answer = { by, intent, response };
  try {
    await append(
      db,
      plainAppend(services, { dossier: CALENDAR, kind: 'calendar', standing, events, state: after, answer }),
    );
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof KeyTaken)
      return actOnCalendar(services, { by, intent }, response, decide);
    throw error;
  }
  return { done: response, replayed: false };
}
