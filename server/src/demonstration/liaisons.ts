import type { Actor } from '@bihuan/core/access';
import { periodsOf, runningDuties, type Period } from '@bihuan/core/duty';
import type { SheetValues } from '@bihuan/core/policy';
import { addDays, type PlainDate } from '@bihuan/core/time';
import { bookOf } from '../operations/duties/books.ts';
import { freezing } from '../operations/duties/gathering.ts';
import { sinceHere } from '../operations/duties/kept-duties.ts';
import { openDuty } from '../operations/duties/open-duties.ts';
import { linesOf } from '../operations/duties/wall.ts';
import type { Services } from '../services.ts';
import { askCase, takeCase, type Walker } from './case-walk.ts';
import { castOf } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';

const DUTY = 'liaisons';

/** Who files after the day, and who never does: a wall on which everybody is in time shows nothing. */
const LATE = 'county-transport';
const NEVER = 'county-justice';

/** How many working days after its opening a return is filed: not all on one day. */
const daysFor = (at: number): number => 3 + (at % 12);

/** Lives through the years of liaisons (四(一).1) that this installation has had the plan: opened, filed, gathered and issued. */
export async function loadLiaisons(services: Services, people: readonly Actor[]): Promise<void> {
  const { policy, calendar } = services.law();
  const duty = runningDuties(policy.duties).find(({ id }) => id === DUTY);
  const since = await sinceHere(services, DUTY);
  if (!duty || since === null) return;
  for (const period of periodsOf(duty, since, addDays(services.today(), 60), calendar)) {
    const opened = period.opensOn > since ? period.opensOn : since;
    if (opened <= services.today() && period.due.due >= since) await livePeriod(services, people, period, opened);
  }
}

async function livePeriod(
  services: Services,
  people: readonly Actor[],
  { id: period, due: { due } }: Period,
  opened: PlainDate,
): Promise<void> {
  await openDuty(onDay(services, opened), DUTY);
  const returns = (await linesOf(services, { duty: DUTY, period })).filter(({ unit }) => unit !== NEVER);
  for (const [at, { id, unit }] of returns.entries()) {
    const day = unit === LATE ? workdayAfter(services, due, 3) : workdayAfter(services, opened, daysFor(at));
    // what has not come to be by today is left to whoever tries the demonstration
    if (day < services.today()) await file({ services, cast: castOf(people, services), id }, unit, day);
  }
  const gathered = workdayAfter(services, due, 8);
  if (gathered < services.today()) await gather(services, people, period, gathered);
}

async function file({ services, cast, id }: Walker, unit: string, day: PlainDate): Promise<void> {
  const external = services.law().units.some((each) => each.id === unit && each.external);
  const named = (post: string): string => (external ? '某某（演示）' : cast.holding(unit, post).name);
  const values: SheetValues = {
    leader: { name: named('leader-in-charge'), post: '分管领导' },
    section: '办公室',
    head: { name: named('section-head'), post: '股室负责人', phone: '0000-0000000' },
  };
  await takeCase({ services: onDay(services, day), cast, id }, 'name', { values });
  const settled = workdayAfter(services, day, 1);
  await takeCase({ services: onDay(services, settled), cast, id }, 'settle', {});
}

async function gather(services: Services, people: readonly Actor[], period: string, day: PlainDate): Promise<void> {
  const { book } = await bookOf(services, services.law(), DUTY);
  const id = book.periods.find((each) => each.id === period)?.gathering;
  if (!id) return;
  const cast = castOf(people, services);
  const then = onDay(services, day);
  const ask = await freezing(then, id);
  if ('refused' in ask) throw new Error(`the directory of ${period}: ${JSON.stringify(ask.refused)}`);
  await askCase({ services: then, cast, id }, cast.holding('county-push-office', 'handler'), ask);
  await takeCase({ services: onDay(services, workdayAfter(services, day, 1)), cast, id }, 'issue', {});
}
