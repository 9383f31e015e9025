import type { Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Clock } from './clock.ts';
import type { Dossier } from './dossier.ts';

/** A day that somebody must keep, with what is due on it. */
export type DayKept = { readonly title: Text; readonly due: PlainDate };

/** The days of a dossier that a merger could make vanish: the first that has passed, and the first by which work is to be done. */
export type Days = { readonly overdue: DayKept | null; readonly work: DayKept | null };

const first = (clocks: readonly Clock[]): DayKept | null =>
  clocks
    .flatMap(({ title, due }) => (due === null ? [] : [{ title, due }]))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null;

const open = ({ clocks }: Pick<Dossier, 'clocks'>): readonly Clock[] =>
  clocks.filter((clock) => clock.metOn === null && clock.floor !== true);

/**
 * What of its days would be gone if this dossier were closed as merged on this day.
 * @param isWork whether a limit says by when the work is to be done; every limit does where a subject knows no better
 */
export function daysOf(
  dossier: Pick<Dossier, 'clocks'>,
  on: PlainDate,
  isWork: (clock: Clock) => boolean = () => true,
): Days {
  const running = open(dossier);
  return {
    overdue: first(running.filter(({ due }) => due !== null && due < on)),
    work: first(running.filter(isWork)),
  };
}

/**
 * The day that a merger would hide: one that has passed, where the survivor is not late since as early a day; or one by which the
 * work is to be done, where the survivor has until later. Null: no day is lost.
 */
export function dayLost(double: Days, kept: Days): DayKept | null {
  const isLater = (own: DayKept | null, lost: DayKept | null): boolean =>
    lost !== null && (own === null || own.due > lost.due);
  if (isLater(kept.overdue, double.overdue)) return double.overdue;
  return isLater(kept.work, double.work) ? double.work : null;
}
