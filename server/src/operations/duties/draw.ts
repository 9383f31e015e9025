import type { Actor } from '@bihuan/core/access';
import { bookId, type DutyEvent } from '@bihuan/core/duty';
import type { Services } from '../../services.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { periodFor } from './wall.ts';

/** The frozen frame of a period and the draw, as the book of the duty has them: whoever doubts draws again. Null where nothing was drawn. */
export async function readDraw(services: Services, by: Actor, duty: string, period: string) {
  const found = await periodFor(services, by, duty, period);
  const covers = found?.running.runs.covers;
  if (!found?.booked.draw || !covers || covers === 'all') return null;
  const law = services.law();
  const log = await eventsOf(services.db, services.region, bookId(law.policy, duty, law));
  const opened = log
    .map((link) => bodyOf<DutyEvent>(link.body))
    .find((event) => event.type === 'PeriodOpened' && event.period === period);
  if (opened?.type !== 'PeriodOpened' || !opened.frame || !opened.draw) return null;
  const { sample: share, atLeast } = covers;
  return { duty, period, share, atLeast, seed: opened.draw.seed, frame: opened.frame, drawn: opened.draw.drawn };
}
