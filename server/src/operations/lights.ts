import {
  addDays,
  dueOf,
  light,
  LIGHT_LIMITS,
  remaining,
  workingDays,
  type Calendar,
  type PlainDate,
} from '@bihuan/core/time';
import type { LightDays, LightLevel } from '../store/problems.ts';

/** A light as lists show it: level, due day, signed working days left. */
export type LightView = {
  readonly level: LightLevel;
  readonly due: PlainDate | null;
  readonly days: number | null;
  readonly provisional: boolean;
  readonly title: string | null;
};

const unlit: LightView = { level: 'none', due: null, days: null, provisional: false, title: null };

/** The light of an open clock today; a met clock and a step without limit have none. */
export function lightOf(
  clock: { readonly due: PlainDate | null; readonly provisional: boolean; readonly title: string | null } | null,
  today: PlainDate,
  calendar: Calendar,
): LightView {
  if (!clock?.due) return unlit;
  const { due, provisional, title } = clock;
  return { level: light(due, today, calendar), due, days: remaining(due, today, calendar).working, provisional, title };
}

/** The last due days that are still amber, and still blue, seen today: so that the database can filter by light. */
export function lightDays(today: PlainDate, calendar: Calendar): LightDays {
  const last = (left: number): PlainDate => addDays(dueOf(today, workingDays(left + 1), calendar).due, -1);
  return { today, amber: last(LIGHT_LIMITS.amber), blue: last(LIGHT_LIMITS.blue) };
}
