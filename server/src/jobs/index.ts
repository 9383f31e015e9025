import type { Services } from '../services.ts';
import { startDutyJobs } from './duties.ts';
import { startImportJobs } from './imports.ts';
import { startLawJobs } from './law.ts';
import type { Jobs } from './repeated.ts';
import { startRevival } from './revival.ts';
import { startSweeps } from './sweeps.ts';

export type { Jobs } from './repeated.ts';

/**
 * Everything that goes on behind the requests. Several processes may do it at once: a piece of work is claimed in the
 * database. `revive` starts the database again where it has ended; `onError` hears what went wrong, and it is tried again.
 */
export function startJobs(services: Services, revive: () => Promise<void>, onError: (error: unknown) => void): Jobs {
  const jobs = [
    startDutyJobs(services, { onError }),
    startImportJobs(services, { onError }),
    startLawJobs(services, { onError }),
    startSweeps(services, { onError }),
    startRevival(revive, { onError }),
  ];
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) };
}
