import { decideUndoing, evolveCalendar, untouchedCalendar, type CalendarLog } from '@bihuan/core/calendar-amendment';
import { storedNotice } from '../../calendars/index.ts';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { addUndone, calendarAmendments, holdClocks, metUnder } from '../../store/calendars.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { retried, plainAppend } from '../dossiers/plain-append.ts';
import { CALENDAR, followCalendar } from './amend-clocks.ts';
import type { ApplyAsked, CalendarAnswer } from './apply-notice.ts';

/** `no`: the last notice that stands. */
type UndoAsked = Pick<ApplyAsked, 'by' | 'intent'> & { readonly no: number; readonly reason: string };
type Undone = { readonly no: number };

/** Takes the last notice back while no clock was met under it; the open clocks go back to where they would be without it. */
export async function undoNotice(services: Services, asked: UndoAsked): Promise<CalendarAnswer<Undone>> {
  const { db, region, today, law } = services;
  const { no, reason, by, intent } = asked;
  const found = { region, kind: 'calendar', dossier: CALENDAR, actor: by.actor.id, key: intent.key } as const;
  const { standing, given } = await loadDossier<CalendarLog>(db, found);
  if (given) return retried<Undone>(given, intent);
  const state = standing?.state ?? untouchedCalendar;
  const papers = await papersOf(services, no);
  const met = await metUnder(db, region, papers);
  const decision = decideUndoing({ no, reason, met, by, on: today() }, state, law());
  if ('refused' in decision) return decision;
  const { events } = decision;
  const [undone] = events;
  const written = plainAppend(services, {
    dossier: CALENDAR,
    kind: 'calendar',
    standing,
    events,
    state: events.reduce<CalendarLog>(evolveCalendar, state),
    answer: { by, intent, response: { no } },
  });
  try {
    await db.transaction().execute(async (transaction) => {
      // no clock is met from here on until the notice is gone; one that was met meanwhile stands against it
      await holdClocks(transaction);
      if ((await metUnder(transaction, region, papers)) !== met) throw new MetMeanwhile();
      await append(transaction, written);
      const { by: signer, on } = undone!;
      const undoneBy = `${signer.unitName} ${signer.name}`;
      await addUndone(transaction, region, { no, undone_on: on, undone_by: undoneBy, reason: undone!.reason });
    });
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof KeyTaken || error instanceof MetMeanwhile)
      return undoNotice(services, asked);
    throw error;
  }
  await services.renewLaw();
  await followCalendar(services);
  return { done: { no }, replayed: false };
}

/** A clock was met under the notice after it had been looked at: looked at again. */
class MetMeanwhile extends Error {}

/** The papers of this notice, as a calendar names them. */
async function papersOf({ db, region }: Services, no: number): Promise<readonly string[]> {
  const row = (await calendarAmendments(db, region)).find((each) => each.no === no);
  if (!row) return [];
  return storedNotice(row.yaml, `calendar_amendment ${no}`).notices.map(
    ({ number, title, issued }) => number ?? `${title} (${issued})`,
  );
}
