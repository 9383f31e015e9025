import { followReform } from '../operations/dossiers/follow-reform.ts';
import { followLaw, type KnownLaw } from '../operations/law/follow-law.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How often a process looks whether another one (a command in the terminal) published, confirmed or applied something, ms. */
const EVERY = 5_000;

/** Keeps the law of this process the law of the installation, the open clocks on its calendar, and what is open with the units that have it. */
export function startLawJobs(services: Services, { every = EVERY, ...options }: JobOptions = {}): Jobs {
  let known: KnownLaw | null = null;
  let reformed = '';
  const look = async (): Promise<boolean> => {
    known = await followLaw(services, known);
    // units are what the newest edition says, by days: once a day, and when an edition was published
    const units = `${known.plans} ${services.today()}`;
    if (units !== reformed && !(await followReform(services)).again) reformed = units;
    return false;
  };
  return repeated(look, { every, ...options });
}
