import type { LocalTime, PlainDate } from '../time/index.ts';

/** When something is done: the day at the office, and the instant where whoever asks has a clock. It lies on that day. */
export type Moment = { readonly on: PlainDate; readonly instant?: LocalTime | undefined };

/** By when something must be done: a last day, and the instant on it where the term is one of hours. */
export type End = { readonly due: PlainDate; readonly dueAt?: LocalTime | undefined };

// a day without its hour begins at midnight and ends with its last hour: texts of one shape sort as instants do
const endOf = ({ due, dueAt }: End): string => dueAt ?? `${due}T24:00`;
const startOf = ({ on, instant }: Moment): string => instant ?? `${on}T00:00`;

/** Whether it is too late: 24 hours are not a day, so that a term in hours is over with its minute and every other with its day. */
export const isOver = (end: End, now: Moment): boolean => endOf(end) < startOf(now);

/** Whether this end lies after that one. */
export const isLater = (end: End, than: End): boolean => endOf(end) > endOf(than);

/** The instant of an act that bears this day: known where it is the day of its entry, which is when the office's clock was read. */
export const instantOf = (day: PlainDate, { on, instant }: Moment): { readonly instant?: LocalTime } =>
  instant !== undefined && day === on ? { instant } : {};
