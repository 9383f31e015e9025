import { noteLapses } from '../operations/dossiers/note-lapses.ts';
import { sweepSignIn } from '../operations/people/session.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

const HOURLY = 3_600_000;

/** What days do by themselves: terms that ran out are noted; sessions and counted tries that are over are cleared away. */
export function startSweeps(services: Services, { every = HOURLY, ...options }: JobOptions = {}): Jobs {
  const sweep = async (): Promise<boolean> => {
    await noteLapses(services);
    await sweepSignIn(services);
    return false;
  };
  return repeated(sweep, { every, ...options });
}
