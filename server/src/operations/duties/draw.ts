import type { Actor } from '@bihuan/core/access';
import { bookId, type DutyEvent } from '@bihuan/core/duty';
import type { Services } from '../../services.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { namedDossiers } from '../../store/dossiers/named-dossiers.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { periodFor } from './wall.ts';

/** So many of a frame that were not drawn are named; all of them stand in it by their ids. */
const MOST = 500;

/**
 * The frozen frame of a period and the draw, as the book of the duty has them: whoever doubts draws again. `named`: those that
 * this person reads, by number and title. Null where nothing was drawn.
 */
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
  const { frame, draw } = opened;
  const others = frame.filter((id) => !draw.drawn.includes(id)).slice(0, MOST);
  const named = await namedDossiers(services.db, services.region, seatsReading(services, by), [
    ...draw.drawn,
    ...others,
  ]);
  return { duty, period, share, atLeast, seed: draw.seed, frame, drawn: draw.drawn, named: [...named.values()] };
}
