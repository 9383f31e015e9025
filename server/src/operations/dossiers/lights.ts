import {
  addDays,
  countedProvisionally,
  dueOf,
  light,
  LIGHT_LIMITS,
  remaining,
  workingDays,
  type Calendar,
  type PlainDate,
} from '@bihuan/core/time';
import type { LightDays, LightLevel } from '../../store/dossiers/listing.ts';

/** A light as lists show it: level, due day, signed working days left. */
export type LightView = {
  readonly level: LightLevel;
  readonly due: PlainDate | null;
  readonly days: number | null;
  readonly provisional: boolean;
  /** The day is sure and the count of working days is not: a year on the way has no notice yet. */
  readonly aboutDays: boolean;
  readonly title: string | null;
};

/** The limit a line is shown under. `paused`: it stands still, and no day is known. */
export type Shown = {
  readonly due: PlainDate | null;
  readonly provisional: boolean;
  readonly paused: boolean;
  readonly title: string | null;
};

const unlit: LightView = { level: 'none', due: null, days: null, provisional: false, aboutDays: false, title: null };

/** The light of an open clock today; a met clock and a step without limit have none, and one that stands still says so. */
export function lightOf(clock: Shown | null, today: PlainDate, calendar: Calendar): LightView {
  if (clock?.paused) return { ...unlit, level: 'paused', title: clock.title };
  if (!clock?.due) return unlit;
  const { due, provisional, title } = clock;
  const { working } = remaining(due, today, calendar);
  const aboutDays = countedProvisionally(due, today, calendar);
  return { level: light(due, today, calendar), due, days: working, provisional, aboutDays, title };
}

/** The last due days that are still amber, and still blue, seen today: so that the database can filter by light. */
export function lightDays(today: PlainDate, calendar: Calendar): LightDays {
  const last = (left: number): PlainDate => addDays(dueOf(today, workingDays(left + 1), calendar).due, -1);
  return { today, amber: last(LIGHT_LIMITS.amber), blue: last(LIGHT_LIMITS.blue) };
}
