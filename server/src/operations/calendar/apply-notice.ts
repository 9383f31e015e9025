import { decideNotice, type NoticeApplied } from '@bihuan/core/calendar-amendment';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { addAmendment, type AmendmentRow } from '../../store/calendars.ts';
import { actOnDays, type CalendarAnswer, type CalendarAsked } from './calendar-act.ts';
import { previewNotice } from './calendar-impact.ts';

/** How many the notice is, and how many clocks it moves, as they were listed. */
type Done = { readonly no: number; readonly moved: number };

/** `yaml`: the notice as a file; `seen`: digest of the list of consequences the person was shown, from the preview. */
type ApplyAsked = CalendarAsked & { readonly yaml: string; readonly seen: string };

/** Puts a notice in that somebody has seen the consequences of, and moves the open clocks. */
export const applyNotice = (services: Services, asked: ApplyAsked): Promise<CalendarAnswer<Done>> =>
  actOnDays(services, asked, async (log) => {
    const { region, today, law } = services;
    const { yaml, seen, by } = asked;
    const read = await previewNotice(services, yaml, by);
    if ('faults' in read) return read;
    if ('obstacle' in read) return { refused: { code: 'not-allowed', obstacle: read.obstacle, clause: null } };
    const { entered, years, impact, digest } = read.preview;
    const present = { digest, moves: impact.length };
    const decision = decideNotice({ entered, text: sm3(yaml), present, seen, by, on: today() }, log, years, law());
    if ('refused' in decision) return decision;
    const { events } = decision;
    return {
      events,
      done: { no: log.applied + 1, moved: impact.length },
      beside: async (transaction, write) => {
        await write();
        for (const applied of events) await addAmendment(transaction, region, rowOf(applied, yaml));
      },
    };
  });

function rowOf({ no, jurisdiction, year, by, on, seen }: NoticeApplied, yaml: string): AmendmentRow {
  return { no, jurisdiction, year, yaml, applied_on: on, applied_by: `${by.unitName} ${by.name}`, impact: seen };
}
