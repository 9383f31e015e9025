import { unitName } from '@bihuan/core/access';
import { isHeld, neededSeats, vacanciesOf, type Keeper, type NeededSeat } from '@bihuan/core/person';
import type { ClauseId, Text } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import { begunOn } from '../../store/first-hours.ts';
import { postName, presentLaw } from '../law/present-law.ts';

/** What an installation begins with, in this order. */
export const firstSteps = ['posts', 'people', 'calendar', 'dossier'] as const;

type Step = {
  readonly id: (typeof firstSteps)[number];
  readonly done: boolean;
  /** How many of how many: seats, units; null where it is one thing. */
  readonly have: number | null;
  readonly of: number | null;
};

type SeatView = Pick<NeededSeat, 'why'> & {
  readonly unit: string;
  readonly unitName: string;
  readonly posts: readonly { readonly post: string; readonly postName: Text }[];
  readonly step: Text | null;
  readonly clause: ClauseId | null;
  readonly held: boolean;
};

/** What is missing before work goes on by itself. Nothing, once all is done or where it is not this person's to see to. */
export type FirstHours = {
  readonly steps: readonly Step[];
  readonly seats: readonly SeatView[];
  readonly year: number;
};

/**
 * What an installation still lacks, each point from what is there: seats that work needs first, people in every unit, the notice of
 * the year, the first dossier. For whoever gives the posts and whoever coordinates the plan.
 */
export async function readFirstHours(services: Services, by: Keeper): Promise<FirstHours> {
  const { db, region, today } = services;
  const law = presentLaw(services);
  const on = today();
  const year = Number(on.slice(0, 4));
  if (!law || vacanciesOf(by, law, on) !== 'all') return { steps: [], seats: [], year };
  const opened = (law.policy.kinds ?? []).filter(({ opens }) => opens !== undefined).map(({ id }) => id);
  const begun = await begunOn(db, region, on, opened);
  const seats = neededSeats(law, on).map((seat): SeatView => ({
    unit: seat.unit,
    unitName: unitName(law.units, seat.unit, on),
    posts: seat.posts.map((post) => ({ post, postName: postName(law, post) })),
    why: seat.why,
    step: seat.step,
    clause: seat.clause,
    held: isHeld(seat, begun.seats),
  }));
  const units = law.units.filter(({ external }) => !external);
  const staffed = units.filter(({ id }) => begun.seats.some(({ unit }) => unit === id)).length;
  const filled = seats.filter(({ held }) => held).length;
  const steps: readonly Step[] = [
    { id: 'posts', done: filled === seats.length, have: filled, of: seats.length },
    { id: 'people', done: staffed === units.length, have: staffed, of: units.length },
    { id: 'calendar', done: law.calendar.published.has(year), have: null, of: null },
    { id: 'dossier', done: begun.dossiers, have: null, of: null },
  ];
  return steps.every(({ done }) => done) ? { steps: [], seats: [], year } : { steps, seats, year };
}
