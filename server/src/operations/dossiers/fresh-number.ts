import { numberFor } from '@bihuan/core/case';
import { kindOn } from '@bihuan/core/procedure';
import { yearOf } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { nextNumber } from '../../store/dossiers/dossiers.ts';

/** The series in which problems of this year are counted, one in the whole installation. */
export const problemSeries = ({ region, today }: Pick<Services, 'region' | 'today'>): string =>
  `${region}-${yearOf(today())}`;

/** The number that a problem has as the nth of its year, in the pattern of its kind: `530521-2026-0014`. */
export function problemNumber({ law, today }: Pick<Services, 'law' | 'today'>, nth: number): string {
  const kind = kindOn(law(), 'problem');
  return numberFor({ number: kind?.number ?? '{year}-{serial:4}' }, today(), nth);
}

/** The next number of a problem. Taken for good, also when the registration fails. */
export async function freshNumber(services: Services): Promise<string> {
  return problemNumber(services, await nextNumber(services.db, services.region, problemSeries(services)));
}
