import type { Services } from '../../services.ts';
import { lawStamp, type LawStamp } from '../../store/policies.ts';
import { followCalendar } from '../calendar/amend-clocks.ts';

/** The law as this process last read it. `unsettled`: clocks may still have been started by the calendar before it. */
export type KnownLaw = LawStamp & { readonly unsettled: boolean };

/**
 * Reads the law again when its tables grew since `known`, and after a notice moves the clocks that were started meanwhile by
 * the calendar this process still had. Clocks follow notices only: the days that a newer program brought wait until
 * somebody has seen the list. Answers what to come back with; running it for nothing is harmless.
 */
export async function followLaw(services: Services, known: KnownLaw | null): Promise<KnownLaw> {
  const stamp = await lawStamp(services.db, services.region);
  if (stamp.plans !== known?.plans || stamp.notices !== known.notices) await services.renewLaw();
  if (known === null) return { ...stamp, unsettled: false }; // this process has just read the law
  const noticed = stamp.notices !== known.notices;
  if (!noticed && !known.unsettled) return { ...stamp, unsettled: false };
  const moved = await followCalendar(services);
  // a command under way while the law was renewed still held the calendar of before: the next look finds its clocks
  return { ...stamp, unsettled: noticed || moved > 0 };
}
