import type { ClauseId, Text } from '../policy/index.ts';
import type { Signature } from '../procedure/index.ts';
import type { CountedDay, PlainDate, Term } from '../time/index.ts';
import type { Debt } from './owed.ts';
import type { Round } from './period.ts';
import type { Draw } from './sample.ts';

/** A period as the book has it. Its days and its due day stay as they were when it was opened. */
export type BookedPeriod = {
  readonly id: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly due: PlainDate;
  /** How the due day is counted: what the limit of each return runs by. */
  readonly limit: { readonly start: PlainDate; readonly term: Term };
  readonly remindsOn: PlainDate | null;
  readonly openedOn: PlainDate;
  readonly openedLate: boolean;
  /** The edition under which it was opened, and which its returns keep. */
  readonly policy: string;
  /** How many returns are owed. */
  readonly size: number;
  /** What is still to be opened; null when every return stands. */
  readonly opening: readonly Debt[] | null;
  readonly draw: Draw | null;
  readonly gathering: string | null;
  readonly remindedOn: PlainDate | null;
};

/** A duty as an installation has kept it: a dossier of its own, so that what the calendar did stands in the record (任务簿). */
export type DutyBook = {
  readonly duty: string;
  readonly title: Text;
  readonly rounds: readonly Round[];
  readonly periods: readonly BookedPeriod[];
};

/** A duty for which nothing was opened yet. */
export const emptyBook: DutyBook = { duty: '', title: { zh: '' }, rounds: [], periods: [] };

/** What happens to a duty: a round was ordered, a period opened with everything that is owed, all of it opened, who was slow reminded. */
export type DutyEvent = Signature & { readonly duty: string; readonly title: Text; readonly clause: ClauseId } & (
    | { readonly type: 'RoundOrdered'; readonly round: Round }
    | {
        readonly type: 'PeriodOpened';
        readonly policy: string;
        readonly period: string;
        readonly first: PlainDate;
        readonly last: PlainDate;
        readonly opensOn: PlainDate;
        readonly due: PlainDate;
        readonly start: PlainDate;
        readonly term: Term;
        readonly provisional: boolean;
        readonly calendar: string;
        readonly days: readonly CountedDay[];
        readonly remindsOn: PlainDate | null;
        readonly openedLate: boolean;
        readonly debts: readonly Debt[];
        /** Where a share is drawn: the frozen frame, before the draw. */
        readonly frame: readonly string[] | null;
        readonly draw: Draw | null;
        readonly gathering: string | null;
      }
    | { readonly type: 'ReturnsOpened'; readonly period: string; readonly size: number }
    | { readonly type: 'PeriodReminded'; readonly period: string; readonly reminded: number }
  );

/** Folds one event into the book. */
export function evolveBook(book: DutyBook, event: DutyEvent): DutyBook {
  const kept = { ...book, duty: event.duty, title: event.title };
  switch (event.type) {
    case 'RoundOrdered':
      return { ...kept, rounds: [...book.rounds, event.round] };
    case 'PeriodOpened':
      return { ...kept, periods: [...book.periods, booked(event)] };
    case 'ReturnsOpened':
      return { ...kept, periods: changed(book, event.period, { opening: null }) };
    case 'PeriodReminded':
      return { ...kept, periods: changed(book, event.period, { remindedOn: event.on }) };
  }
}

function booked(event: Extract<DutyEvent, { type: 'PeriodOpened' }>): BookedPeriod {
  const {
    period: id,
    first,
    last,
    due,
    start,
    term,
    remindsOn,
    openedLate,
    policy,
    debts,
    draw,
    gathering,
    on,
  } = event;
  const standing = { size: debts.length, opening: debts, draw, gathering, remindedOn: null };
  const limit = { start, term };
  return { id, first, last, due, limit, remindsOn, openedOn: on, openedLate, policy, ...standing };
}

const changed = (book: DutyBook, id: string, change: Partial<BookedPeriod>): BookedPeriod[] =>
  book.periods.map((period) => (period.id === id ? { ...period, ...change } : period));
