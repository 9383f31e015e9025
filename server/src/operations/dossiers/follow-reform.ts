import { leftSomething } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import { dossiersNaming } from '../../store/reforms.ts';
import { presentUnits } from '../law/present-law.ts';
import { askAsCalendar } from './as-calendar.ts';

const PIECE = 200;

/**
 * A reform of units (机构改革) reaches what is open: dossiers that name a unit which was succeeded by today, or which holds an office
 * no longer, follow it, each as an event of its own. Harmless when run again; what somebody wrote to meanwhile waits for the next run.
 * @returns how many dossiers followed, and whether one has to be looked at again
 */
export async function followReform(
  services: Services,
): Promise<{ readonly followed: number; readonly again: boolean }> {
  const { db, region, today } = services;
  const units = presentUnits(services);
  const left = units.filter((unit) => leftSomething(unit, today())).map(({ id }) => id);
  let [followed, again] = [0, false];
  for (let after: string | null = null; left.length > 0;) {
    const ids: readonly string[] = await dossiersNaming(db, region, left, after, PIECE);
    for (const dossier of ids) {
      const asked = await askAsCalendar(services, dossier, { type: 'FollowReform' });
      if (asked === 'done') followed += 1;
      if (asked === 'stale') again = true;
    }
    if (ids.length < PIECE) break;
    after = ids.at(-1)!;
  }
  return { followed, again };
}
