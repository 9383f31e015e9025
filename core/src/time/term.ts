import { parsePlainDate, type PlainDate } from './plain-date.ts';

/** What happens when the last day is a day off: nothing, the next working day, or the last one before. */
export type Roll = 'none' | 'forward' | 'backward';

/**
 * How long a duty may take, counted from its start.
 * - `working`, `natural`, `months`: whole numbers from 1. `startCounted` false: the day of the event is day zero (民法典 201).
 * - `hours`: the start is a `LocalTime`, and so is the end; days off run like any other (民法典 201).
 * - `yearly`: the first `--MM-DD` not before the start; `inclusive` false means 前 leaves that day out, so the day before is the last.
 * - `fixed`: a day the plan itself names; `inclusive` false as for `yearly`, and where it is not said nobody wrote 前: the day is the last.
 */
export type Term =
  | {
      readonly count: 'working' | 'natural';
      readonly days: number;
      readonly startCounted: boolean;
      readonly roll: Roll;
    }
  | { readonly count: 'months'; readonly months: number; readonly startCounted: boolean; readonly roll: Roll }
  | { readonly count: 'hours'; readonly hours: number }
  | { readonly count: 'yearly'; readonly monthDay: string; readonly inclusive: boolean; readonly roll: Roll }
  | { readonly count: 'fixed'; readonly date: PlainDate; readonly inclusive?: boolean; readonly roll: Roll };

/** The longest span a term may cover: ten years. A longer one is a slip of the pen, not a duty. */
export const LONGEST_SPAN = 3_660;

/** A term of working days as offices mean it: the day of the event is not counted. It ends on a working day by itself. */
export const workingDays = (days: number): Term => ({ count: 'working', days, startCounted: false, roll: 'none' });

/** A term of natural days as the Civil Code has it: event day not counted, a last day off moves to the next working day (民法典 201, 203). */
export const naturalDays = (days: number): Term => ({ count: 'natural', days, startCounted: false, roll: 'forward' });

/** Whether a text is a yearly day, `--MM-DD`, that some year has: `--02-29` is one, `--02-30` is not. */
export function isMonthDay(text: string): boolean {
  return text.startsWith('--') && parsePlainDate(`2000-${text.slice(2)}`) !== null;
}

/** A term in one line of ASCII, for error messages: `10 working days`. */
export function termName(term: Term): string {
  switch (term.count) {
    case 'working':
    case 'natural':
      return `${term.days} ${term.count} days`;
    case 'months':
      return `${term.months} months`;
    case 'hours':
      return `${term.hours} hours`;
    case 'yearly':
      return `yearly ${term.monthDay}`;
    case 'fixed':
      return `fixed ${term.date}`;
  }
}
