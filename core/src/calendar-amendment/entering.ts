import { keeperSigner } from '../person/index.ts';
import type { Law } from '../procedure/index.ts';
import type { CalendarYear } from '../time/index.ts';
import {
  keepsCalendar,
  noticeObstacle,
  refuse,
  type ApplyNotice,
  type CalendarLog,
  type CalendarRefusal,
  type NoticeDiscarded,
  type NoticeEntered,
  type WaitingNotice,
} from './decide.ts';

/** A notice that somebody enters. `words`: the text of the paper from which it was read; null where the file was written by hand. */
export type EnterNotice = Pick<ApplyNotice, 'entered' | 'text' | 'by' | 'on'> & {
  readonly yaml: string;
  readonly words: string | null;
  readonly moves: number;
};

/** Decides whether a notice is entered, for somebody else to put in. Nothing moves by it, and one paper waits once. */
export function decideEntering(
  ask: EnterNotice,
  log: CalendarLog,
  years: readonly CalendarYear[],
  law: Law,
): { readonly events: readonly NoticeEntered[] } | { readonly refused: CalendarRefusal } {
  const { entered, text, yaml, words, by, on } = ask;
  const { jurisdiction, year } = entered;
  const papers = papersOf(entered);
  const waits = log.waiting?.find((each) => each.text === text || isSamePaper(each, { jurisdiction, year, papers }));
  const obstacle =
    noticeObstacle(ask, years, law) ?? (waits ? ({ code: 'entered-already', name: waits.by.name } as const) : null);
  if (obstacle) return refuse(obstacle);
  const said = { jurisdiction, year, papers, text, yaml, ...(words === null ? {} : { words }) };
  return { events: [{ by: keeperSigner(by), on, type: 'NoticeEntered', ...said }] };
}

/** Papers as people tell them apart: by number, where there is none by title and day. */
const papersOf = ({ notices }: CalendarYear): readonly string[] =>
  notices.map(({ number, title, issued }) => number ?? `${title} ${issued}`);

/** Whether two texts are of one paper: two hands seldom write it alike to the letter. */
const isSamePaper = (one: WaitingNotice, other: Pick<WaitingNotice, 'jurisdiction' | 'year' | 'papers'>): boolean =>
  one.jurisdiction === other.jurisdiction &&
  one.year === other.year &&
  (one.papers ?? []).some((paper) => other.papers?.includes(paper));

/** A waiting notice that is not to be put in. `text`: its digest. The door asks for the reason. */
export type DiscardNotice = Pick<ApplyNotice, 'text' | 'by' | 'on'> & { readonly reason: string };

/** Decides whether a notice that waits is discarded: by whoever entered it, or by the one who compared it with the paper. */
export function decideDiscarding(
  { text, reason, by, on }: DiscardNotice,
  { waiting = [] }: CalendarLog,
  law: Law,
): { readonly events: readonly NoticeDiscarded[] } | { readonly refused: CalendarRefusal } {
  if (!keepsCalendar(by, law, on)) return refuse({ code: 'not-calendar-keeper' });
  if (!waiting.some((each) => each.text === text)) return refuse({ code: 'not-waiting' });
  return { events: [{ by: keeperSigner(by), on, type: 'NoticeDiscarded', text, reason: reason.trim() }] };
}
