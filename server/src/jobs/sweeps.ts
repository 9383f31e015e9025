import { noteLapses } from '../operations/dossiers/note-lapses.ts';
import { tellOfDays } from '../operations/notifications/tell-of-days.ts';
import { sweepSignIn } from '../operations/people/session.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

const HOURLY = 3_600_000;

/**
 * What days do by themselves: terms that ran out are noted; whoever has something close or late is told, and who leads his unit
 * after so many working days (`leadersAfter`); sessions and counted tries that are over are cleared away.
 */
export function startSweeps(
  services: Services,
  { leadersAfter, every = HOURLY, ...options }: JobOptions & { readonly leadersAfter: number },
): Jobs {
  const sweep = async (): Promise<boolean> => {
    await noteLapses(services);
    await tellOfDays(services, leadersAfter);
    await sweepSignIn(services);
    return false;
  };
  return repeated(sweep, { every, ...options });
}
