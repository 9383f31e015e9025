import { followLaw, type KnownLaw } from '../operations/law/follow-law.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How often a process looks whether another one (a command in the terminal) published, confirmed or applied something, ms. */
const EVERY = 5_000;

/** Keeps the law of this process the law of the installation, and the open clocks on its calendar. */
export function startLawJobs(services: Services, { every = EVERY, ...options }: JobOptions = {}): Jobs {
  let known: KnownLaw | null = null;
  const look = async (): Promise<boolean> => {
    known = await followLaw(services, known);
    return false;
  };
  return repeated(look, { every, ...options });
}
