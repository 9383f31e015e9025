import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { lapsedClocks } from '../../store/calendars.ts';
import { askAsCalendar } from './as-calendar.ts';

const PIECE = 100;

/**
 * Notes every open clock whose last day, or minute, has passed, once, in the record of its dossier: that a term ran out is a fact of
 * its own, whoever acts afterwards. Harmless when run again; what somebody wrote to meanwhile waits for the next run.
 * @returns how many terms were noted
 */
export async function noteLapses(services: Services): Promise<number> {
  const { db, region } = services;
  let noted = 0;
  for (let after: { dossier: string; id: string } | null = null; ;) {
    const rows = await lapsedClocks(db, region, officeMoment(services), after, PIECE);
    for (const { dossier, id: clock } of rows)
      if ((await askAsCalendar(services, dossier, { type: 'NoteLapse', clock })) === 'done') noted += 1;
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) return noted;
    after = last;
  }
}
