import { sweepSignIn } from '../operations/session.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

const HOURLY = 3_600_000;

/** Clears away what is over: sessions that ran out, counted tries that nobody came back to. */
export function startSweeps(services: Services, { every = HOURLY, ...options }: JobOptions = {}): Jobs {
  const sweep = async (): Promise<boolean> => {
    await sweepSignIn(services);
    return false;
  };
  return repeated(sweep, { every, ...options });
}
