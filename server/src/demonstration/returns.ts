import type { Actor } from '@bihuan/core/access';
import { periodsOf, runningDuties, type Period } from '@bihuan/core/duty';
import { addDays, type PlainDate } from '@bihuan/core/time';
import { bookOf } from '../operations/duties/books.ts';
import { freezing } from '../operations/duties/gathering.ts';
import { sinceHere } from '../operations/duties/kept-duties.ts';
import { openDuty } from '../operations/duties/open-duties.ts';
import { linesOf } from '../operations/duties/wall.ts';
import type { Services } from '../services.ts';
import { askCase, sendBack, takeCase, taskAt, type Walker } from './case-walk.ts';
import { castOf, type Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import type { InventedReturns } from './invented.ts';
import { valuesAt } from './values.ts';

/** Lives through the periods of a duty that this installation has had the plan: opened, filed, gathered and issued. */
export async function loadReturns(
  services: Services,
  people: readonly Actor[],
  invented: InventedReturns,
): Promise<void> {
  const { policy, calendar } = services.law();
  const duty = runningDuties(policy.duties).find(({ id }) => id === invented.duty);
  const since = await sinceHere(services, invented.duty);
  if (!duty || since === null) return;
  const cast = castOf(people, services);
  for (const [at, period] of periodsOf(duty, since, addDays(services.today(), 60), calendar).entries()) {
    const opened = period.opensOn > since ? period.opensOn : since;
    if (opened > services.today() || period.due.due < since) continue;
    await openDuty(onDay(services, opened), invented.duty);
    await livePeriod(services, cast, invented, { at, period, opened });
  }
}

/** `at`: how many periods were before it. */
type Lived = { readonly at: number; readonly period: Period; readonly opened: PlainDate };

async function livePeriod(
  services: Services,
  cast: Cast,
  invented: InventedReturns,
  { at: turn, period: { id: period, due }, opened }: Lived,
): Promise<void> {
  const { duty, late = [], missing = [] } = invented;
  const lines = await linesOf(services, { duty, period });
  for (const [at, { id, unit }] of lines.filter((line) => !missing.includes(line.unit)).entries()) {
    const day = late.includes(unit) ? workdayAfter(services, due.due, 3) : workdayAfter(services, opened, daysFor(at));
    // what has not come to be by today is left to whoever tries the demonstration
    if (day < services.today()) await file({ services, cast, id }, { invented, unit, day, turn });
  }
  const gathered = workdayAfter(services, due.due, invented.gathered.after);
  if (gathered < services.today()) await gather(services, cast, invented, { period, day: gathered });
}

/** How many working days after its opening a return is filed: not all on one day. */
const daysFor = (at: number): number => 3 + (at % 12);

type Filing = {
  readonly invented: InventedReturns;
  readonly unit: string;
  readonly day: PlainDate;
  readonly turn: number;
};

async function file({ services, cast, id }: Walker, { invented, unit, day, turn }: Filing): Promise<void> {
  const { steps, values, instead = {}, nil = [], returned = [] } = invented;
  const [first = '', ...later] = steps;
  const on = (then: PlainDate): Walker => ({ services: onDay(services, then), cast, id });
  const external = services.law().units.some((each) => each.id === unit && each.external);
  const around = external ? { on: day } : { on: day, holder: (post: string) => cast.holding(unit, post).name };
  if (nil.includes(unit)) {
    const task = await taskAt(on(day), first);
    await askCase(on(day), cast.holding(unit, task.post), { type: 'FileNil' });
  } else await takeCase(on(day), first, { values: valuesAt(inTurn(instead[unit], turn) ?? values, around) });
  const next = workdayAfter(services, day, 1);
  if (returned.includes(unit) && later[0] !== undefined)
    return sendBack(on(next), later[0], { to: first, reason: '（演示）填报不全，请补充后重新报送。' });
  for (const step of later) await takeCase(on(next), step, {});
}

const inTurn = <T>(each: readonly T[] | undefined, turn: number): T | undefined => each?.[turn % each.length];

async function gather(
  services: Services,
  cast: Cast,
  { duty, gathered }: InventedReturns,
  { period, day }: { readonly period: string; readonly day: PlainDate },
): Promise<void> {
  const { book } = await bookOf(services, services.law(), duty);
  const id = book.periods.find((each) => each.id === period)?.gathering;
  if (!id) return;
  const then = onDay(services, day);
  const by = cast.at(gathered.by);
  const ask = await freezing(then, id, by);
  if ('refused' in ask) throw new Error(`the gathering of ${period}: ${JSON.stringify(ask.refused)}`);
  await askCase({ services: then, cast, id }, by, ask);
  for (const step of gathered.steps)
    await takeCase({ services: onDay(services, workdayAfter(services, day, 1)), cast, id }, step, {});
}
