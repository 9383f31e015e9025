import type { Actor } from '@bihuan/core/access';
import { kindOf } from '@bihuan/core/policy';
import { addDays } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { liveCase } from './case-walk.ts';
import { castOf } from './cast.ts';
import { CASES } from './coordinating.ts';
import { loadLiaisons } from './liaisons.ts';

/** Lives through the past of the plan's own kinds, as far as the plan has these kinds and these units. */
export async function loadCases(
  services: Services,
  people: readonly Actor[],
  progress: (text: string) => void = () => {},
): Promise<void> {
  const { policy, units } = services.law();
  const cast = castOf(people, services);
  const here = new Set(units.map(({ id }) => id));
  const cases = CASES.filter(({ kind, by: [unit] }) => here.has(unit) && kindOf(policy, kind) !== null);
  for (const title of new Set(cases.map(({ kind }) => kindOf(policy, kind)!.title.zh))) progress(`（演示）${title}`);
  for (const each of cases) await liveCase(services, cast, each, addDays(services.today(), -each.age));
  if (cases.length > 0) await loadLiaisons(services, people);
}
