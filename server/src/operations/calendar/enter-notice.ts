import { decideDiscarding, decideEntering } from '@bihuan/core/calendar-amendment';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { actOnCalendar, type CalendarAnswer, type CalendarAsked } from './calendar-act.ts';
import { previewNotice } from './calendar-impact.ts';

/** Who has entered a notice, which waits now for a second person. `text`: digest of it. */
type Entered = { readonly text: string };

/** `words`: the paper's own text, from which the file was read; absent where it was written by hand. */
type EnterAsked = CalendarAsked & { readonly yaml: string; readonly words?: string };

/** Enters a notice for somebody else to look at and put in. Nothing moves by it. */
export const enterNotice = (services: Services, asked: EnterAsked): Promise<CalendarAnswer<Entered>> =>
  actOnCalendar(services, asked, async (log) => {
    const { yaml, words = null, by } = asked;
    const read = await previewNotice(services, yaml, by);
    if ('faults' in read) return read;
    if ('obstacle' in read) return { refused: { code: 'not-allowed', obstacle: read.obstacle, clause: null } };
    const { entered, years, impact } = read.preview;
    const text = sm3(yaml);
    const ask = { entered, text, yaml, words, by, on: services.today(), moves: impact.length };
    const decision = decideEntering(ask, log, years, services.law());
    return 'refused' in decision ? decision : { ...decision, done: { text } };
  });

/** Discards a notice that waits, with the reason: a slip in it, or a paper that was none. `text`: its digest. */
export const discardNotice = (
  services: Services,
  asked: CalendarAsked & { readonly text: string; readonly reason: string },
): Promise<CalendarAnswer<Entered>> =>
  actOnCalendar(services, asked, async (log) => {
    const { text, reason, by } = asked;
    const decision = decideDiscarding({ text, reason, by, on: services.today() }, log, services.law());
    return 'refused' in decision ? decision : { ...decision, done: { text } };
  });
