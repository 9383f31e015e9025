import { decideEntering, evolveCalendar, untouchedCalendar, type CalendarLog } from '@bihuan/core/calendar-amendment';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { retried, plainAppend } from '../dossiers/plain-append.ts';
import { CALENDAR } from './amend-clocks.ts';
import type { ApplyAsked, CalendarAnswer } from './apply-notice.ts';
import { previewNotice } from './calendar-impact.ts';

/** Who has entered a notice, which waits now for a second person. `text`: digest of it. */
type Entered = { readonly text: string };

/** Enters a notice for somebody else to look at and put in. Nothing moves by it. */
export async function enterNotice(
  services: Services,
  asked: Omit<ApplyAsked, 'seen'>,
): Promise<CalendarAnswer<Entered>> {
  const { db, region, today, law } = services;
  const { yaml, by, intent } = asked;
  const found = { region, kind: 'calendar', dossier: CALENDAR, actor: by.actor.id, key: intent.key } as const;
  const { standing, given } = await loadDossier<CalendarLog>(db, found);
  if (given) return retried<Entered>(given, intent);
  const read = await previewNotice(services, yaml, by);
  if ('faults' in read) return read;
  if ('obstacle' in read) return { refused: { code: 'not-allowed', obstacle: read.obstacle, clause: null } };
  const { entered, years, impact } = read.preview;
  const state = standing?.state ?? untouchedCalendar;
  const text = sm3(yaml);
  const decision = decideEntering({ entered, text, yaml, by, on: today(), moves: impact.length }, state, years, law());
  if ('refused' in decision) return decision;
  const { events } = decision;
  const written = plainAppend(services, {
    dossier: CALENDAR,
    kind: 'calendar',
    standing,
    events,
    state: events.reduce<CalendarLog>(evolveCalendar, state),
    answer: { by, intent, response: { text } },
  });
  try {
    await append(db, written);
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof KeyTaken) return enterNotice(services, asked);
    throw error;
  }
  return { done: { text }, replayed: false };
}
