import { openDuties } from '../operations/duties/open-duties.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How often a process looks what the day has made due, ms: at its start, and so that a round ordered elsewhere does not wait long. */
const EVERY = 120_000;

/**
 * Opens what is due and reminds whoever has not filed. Any number of processes may do this: a period is entered in its duty's
 * book once, and each piece of returns is claimed in the database.
 */
export function startDutyJobs(services: Services, { every = EVERY, ...options }: JobOptions = {}): Jobs {
  const look = async (): Promise<boolean> => {
    await openDuties(services);
    return false;
  };
  return repeated(look, { every, ...options });
}
