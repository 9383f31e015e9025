import type { ScheduledBackup } from '../operations/record/scheduled-backup.ts';
import type { Services } from '../services.ts';
import { startBackups } from './backup.ts';
import { startDutyJobs } from './duties.ts';
import { startImportJobs } from './imports.ts';
import { startLawJobs } from './law.ts';
import { startRegisterJobs } from './registers.ts';
import type { Jobs } from './repeated.ts';
import { startRevival } from './revival.ts';
import { startSweeps } from './sweeps.ts';

export type { Jobs } from './repeated.ts';

/**
 * What the jobs need beside the services: `revive` starts the database again where it has ended, `backup` says what is saved and
 * when, `leadersAfter` after how many working days something late is told to who leads the unit.
 */
export type Around = {
  readonly revive: () => Promise<void>;
  readonly backup: ScheduledBackup | null;
  readonly leadersAfter: number;
};

/**
 * Everything that goes on behind the requests. Several processes may do it at once: a piece of work is claimed in the
 * database. `onError` hears what went wrong, and it is tried again.
 */
export function startJobs(
  services: Services,
  { revive, backup, leadersAfter }: Around,
  onError: (error: unknown) => void,
): Jobs {
  const jobs = [
    startDutyJobs(services, { onError }),
    startImportJobs(services, { onError }),
    startLawJobs(services, { onError }),
    startRegisterJobs(services, { onError }),
    startSweeps(services, { leadersAfter, onError }),
    startRevival(revive, { onError }),
    ...(backup === null ? [] : [startBackups(services, backup, { onError })]),
  ];
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) };
}
