import { numberFor } from '@bihuan/core/case';
import { kindOn } from '@bihuan/core/procedure';
import { yearOf } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { numbersTaken, takeNumbers } from '../../store/number-series.ts';

/** The series in which problems of this year are counted, one in the whole installation. */
const problemSeries = ({ region, today }: Pick<Services, 'region' | 'today'>): string => `${region}-${yearOf(today())}`;

/** The number that a problem has as the nth of its year, in the pattern of its kind: `530521-2026-0014`. */
function problemNumber({ law, today }: Pick<Services, 'law' | 'today'>, nth: number): string {
  const kind = kindOn(law(), 'problem');
  return numberFor({ number: kind?.number ?? '{year}-{serial:4}' }, today(), nth);
}

/**
 * So many free numbers of the year's series. A problem may have come under a number of its own that is one of the series: it is passed
 * over, and so is what stands in `own`, the numbers that go to others in the same act. Taken for good, also when the act fails.
 */
export async function freshNumbers(
  services: Services,
  count: number,
  own: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const { db, region } = services;
  const free: string[] = [];
  while (free.length < count) {
    const missing = count - free.length;
    // outside any transaction: nobody who registers a single problem waits for a hundred rows, and gaps are allowed
    const first = await takeNumbers(db, region, problemSeries(services), missing);
    const coming = Array.from({ length: missing }, (_, at) => problemNumber(services, first + at));
    const taken = await numbersTaken(db, region, coming);
    free.push(...coming.filter((number) => !taken.has(number) && !own.has(number)));
  }
  return free;
}

/** The next free number of a problem. */
export const freshNumber = async (services: Services): Promise<string> => (await freshNumbers(services, 1))[0]!;
