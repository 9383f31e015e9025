import {
  addDays,
  countedProvisionally,
  dueOf,
  light,
  LIGHT_LIMITS,
  localTime,
  remaining,
  workingDays,
  type Calendar,
  type PlainDate,
} from '@bihuan/core/time';
import { isOver, type Moment } from '@bihuan/core/procedure';
import type { LightDays, LightLevel } from '../../store/dossiers/listing.ts';

/** A light as lists show it: level, due day, signed working days left. */
export type LightView = {
  readonly level: LightLevel;
  readonly due: PlainDate | null;
  /** The minute on that day with which a term in hours ends. */
  readonly dueAt: string | null;
  readonly days: number | null;
  readonly provisional: boolean;
  /** The day is sure and the count of working days is not: a year on the way has no notice yet. */
  readonly aboutDays: boolean;
  readonly title: string | null;
};

/** The limit a line is shown under. `paused`: it stands still, and no day is known. */
export type Shown = {
  readonly due: PlainDate | null;
  readonly dueAt?: string | null | undefined;
  readonly provisional: boolean;
  readonly paused: boolean;
  readonly title: string | null;
};

const unlit: LightView = {
  level: 'none',
  due: null,
  dueAt: null,
  days: null,
  provisional: false,
  aboutDays: false,
  title: null,
};

/** The light of an open clock now; a met clock and a step without limit have none, and one that stands still says so. */
export function lightOf(clock: Shown | null, now: Moment, calendar: Calendar): LightView {
  const { on: today } = now;
  if (clock?.paused) return { ...unlit, level: 'paused', title: clock.title };
  if (!clock?.due) return unlit;
  const { due, provisional, title } = clock;
  const dueAt = clock.dueAt ? localTime(clock.dueAt) : null;
  const { working } = remaining(due, today, calendar);
  const aboutDays = countedProvisionally(due, today, calendar);
  const over = isOver({ due, dueAt: dueAt ?? undefined }, now);
  return {
    level: over ? 'red' : light(due, today, calendar),
    due,
    dueAt,
    days: working,
    provisional,
    aboutDays,
    title,
  };
}

/** The last due days that are still amber, and still blue, seen now: so that the database can filter by light. */
export function lightDays({ on: today, instant: now }: Required<Moment>, calendar: Calendar): LightDays {
  const last = (left: number): PlainDate => addDays(dueOf(today, workingDays(left + 1), calendar).due, -1);
  return { today, now, amber: last(LIGHT_LIMITS.amber), blue: last(LIGHT_LIMITS.blue) };
}
