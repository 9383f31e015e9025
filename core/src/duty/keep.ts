import { signer, theCalendar } from '../access/index.ts';
import type { Signature } from '../procedure/index.ts';
import { dayOf, type PlainDate } from '../time/index.ts';
import type { BookedPeriod, DutyBook, DutyEvent } from './book.ts';
import type { Opening } from './opening.ts';
import type { Debt } from './owed.ts';
import type { RunningDuty } from './period.ts';
import type { Draw } from './sample.ts';

type Entry = Signature & Pick<DutyEvent, 'duty' | 'title' | 'clause'>;

/** What every entry of the calendar in the book of a duty bears. */
export function entryOf({ id, title, clause }: Pick<RunningDuty, 'id' | 'title' | 'clause'>, on: PlainDate): Entry {
  return { by: signer(theCalendar, theCalendar.postings[0]!), on, duty: id, title, clause };
}

/** Everything that the opening of a period fixes: who owes, out of which frame was drawn, under which edition. */
export type Opened = {
  readonly policy: string;
  readonly debts: readonly Debt[];
  readonly frame: readonly string[] | null;
  readonly draw: Draw | null;
  readonly gathering: string | null;
};

/** The calendar opens a period. Nobody can open it twice: the book has it then. */
export function openPeriod(duty: RunningDuty, opening: Opening, opened: Opened, on: PlainDate): DutyEvent {
  const { id: period, first, last, opensOn, remindsOn, openedLate } = opening;
  const { due, provisional, start, term, calendar, days } = opening.due;
  const counted = { due, start: dayOf(start), term, provisional, calendar, days };
  const window = { period, first, last, opensOn, ...counted, remindsOn, openedLate };
  return { type: 'PeriodOpened', ...entryOf(duty, on), ...window, ...opened };
}

/** The first period of which some returns are still to be opened; null when all stand. */
export function unfinished({ periods }: DutyBook): (BookedPeriod & { readonly opening: readonly Debt[] }) | null {
  return (
    periods.find((period): period is BookedPeriod & { opening: readonly Debt[] } => period.opening !== null) ?? null
  );
}

/** Periods in which whoever has not filed is to be reminded today: once each, while it can still help. */
export function periodsToRemind({ periods }: DutyBook, today: PlainDate): BookedPeriod[] {
  return periods.filter(
    ({ remindsOn, remindedOn, due, opening }) =>
      remindsOn !== null && remindsOn <= today && today <= due && remindedOn === null && opening === null,
  );
}
