import { yearOf } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { nextNumber } from '../store/dossiers.ts';

/** `530521-2026-0014`: region, year, running number. */
export async function freshNumber({ db, region, today }: Services): Promise<string> {
  const series = `${region}-${yearOf(today())}`;
  const next = await nextNumber(db, region, series);
  return `${series}-${String(next).padStart(4, '0')}`;
}
