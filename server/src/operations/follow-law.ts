import type { Services } from '../services.ts';
import { lawStamp } from '../store/policies.ts';
import { followCalendar } from './amend-clocks.ts';

/**
 * Reads the law again when its tables changed since `known`, and moves clocks that were started meanwhile by the calendar
 * this process still had. Answers the stamp to come back with. Running it for nothing is harmless.
 */
export async function followLaw(services: Services, known: string): Promise<string> {
  const stamp = await lawStamp(services.db, services.region);
  if (stamp === known) return known;
  await services.renewLaw();
  if (known !== '') await followCalendar(services); // at the first look this process has just read the law
  return stamp;
}
