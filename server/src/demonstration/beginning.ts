import type { Pack } from '@bihuan/core/policy';
import { addDays } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { CASES } from './coordinating.ts';
import { onDay } from './day.ts';

/** Days before today on which the demonstration's past begins: a spring in which liaisons were named lies in it whole. */
const PAST = 430;

/**
 * The services of the day on which the demonstration's past begins, for publishing the plan: nothing is entered before there
 * is one. Under a plan of another place nothing has happened yet, and nobody owes anything of a time that nobody lived through.
 */
export function beginningOf(services: Services, { units }: Pick<Pack, 'units'>): Services {
  const here = new Set(units.map(({ id }) => id));
  return CASES.every(({ by: [unit] }) => here.has(unit)) ? onDay(services, addDays(services.today(), -PAST)) : services;
}
