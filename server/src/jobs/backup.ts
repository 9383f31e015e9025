import { backUpWhenDue, type ScheduledBackup } from '../operations/record/scheduled-backup.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How often a process looks whether today's backup is due, ms. */
const EVERY = 600_000;

/** Backs everything up once a day. One that failed is tried again at the next look, and not sooner: it may have written for an hour. */
export function startBackups(
  services: Pick<Services, 'today' | 'now'>,
  scheduled: ScheduledBackup,
  { every = EVERY, onError = () => {}, ...options }: JobOptions = {},
): Jobs {
  const look = async (): Promise<boolean> => {
    await backUpWhenDue(services, scheduled).catch(onError);
    return false;
  };
  return repeated(look, { every, ...options });
}
