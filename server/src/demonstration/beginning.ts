import { addDays } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { onDay } from './day.ts';
import { inventedFor } from './invented.ts';

/**
 * The services of the day on which the demonstration's past begins, for publishing the plan: nothing is entered before there
 * is one. Where nothing was invented nothing has happened yet, and nobody owes anything of a time that nobody lived through.
 */
export function beginningOf(services: Services): Services {
  const invented = inventedFor(services.region);
  return invented ? onDay(services, addDays(services.today(), -invented.past)) : services;
}
