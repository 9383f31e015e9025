import { decideUndoing } from '@bihuan/core/calendar-amendment';
import { storedNotice } from '../../calendars/index.ts';
import type { Services } from '../../services.ts';
import { addUndone, calendarAmendments, holdClocks, metUnder } from '../../store/calendars.ts';
import { actOnDays, LookAgain, type CalendarAnswer, type CalendarAsked } from './calendar-act.ts';

/** `no`: the last notice that stands. */
type UndoAsked = CalendarAsked & { readonly no: number; readonly reason: string };
type Undone = { readonly no: number };

/** Takes the last notice back while no clock was met under it; the open clocks go back to where they would be without it. */
export const undoNotice = (services: Services, asked: UndoAsked): Promise<CalendarAnswer<Undone>> =>
  actOnDays(services, asked, async (log) => {
    const { db, region, today, law } = services;
    const { no, reason, by } = asked;
    const papers = await papersOf(services, no);
    const met = await metUnder(db, region, papers);
    const decision = decideUndoing({ no, reason, met, by, on: today() }, log, law());
    if ('refused' in decision) return decision;
    return {
      ...decision,
      done: { no },
      beside: async (transaction, write) => {
        // no clock is met from here on until the notice is gone; one that was met meanwhile stands against it
        await holdClocks(transaction);
        if ((await metUnder(transaction, region, papers)) !== met) throw new LookAgain();
        await write();
        for (const { by: signer, on, reason: why } of decision.events) {
          const undone_by = `${signer.unitName} ${signer.name}`;
          await addUndone(transaction, region, { no, undone_on: on, undone_by, reason: why });
        }
      },
    };
  });

/** The papers of this notice, as a calendar names them. */
async function papersOf({ db, region }: Services, no: number): Promise<readonly string[]> {
  const row = (await calendarAmendments(db, region)).find((each) => each.no === no);
  if (!row) return [];
  return storedNotice(row.yaml, `calendar_amendment ${no}`).notices.map(
    ({ number, title, issued }) => number ?? `${title} (${issued})`,
  );
}
