import { personalKey, renewPersonalKey, type PersonalKey } from '../../keys.ts';
import type { Services } from '../../services.ts';
import { putSealed, sealedOtherwise, type SealedRow } from '../../store/personal.ts';
import { resealer } from '../cases/personal.ts';

/** `left`: values that do not open with any key that is here; they stay as they are. */
export type Renewed = { readonly sealed: number; readonly left: number };

/** How many rows are held at a time. */
const BATCH = 200;

/**
 * Seals what is kept apart of people under a new key, in every region. The key before stays beside it: backups were sealed under
 * it. Interrupted, it goes on with the key that is there.
 */
export async function renewKey(
  regions: readonly Pick<Services, 'db' | 'region' | 'home'>[],
  home: string,
): Promise<Renewed & { readonly before: string; readonly now: string }> {
  const { before, now } = await renewPersonalKey(home);
  return { ...(await sealUnder(regions, now)), before: before.id, now: now.id };
}

/** Seals under the present key whatever another still seals: what an interrupted renewal left, or a restored backup brought back. */
export async function sealAgain(
  regions: readonly Pick<Services, 'db' | 'region' | 'home'>[],
  home: string,
): Promise<Renewed> {
  return sealUnder(regions, await personalKey(home));
}

async function sealUnder(
  regions: readonly Pick<Services, 'db' | 'region' | 'home'>[],
  now: PersonalKey,
): Promise<Renewed> {
  let [sealed, left] = [0, 0];
  for (const { db, region, home } of regions) {
    const again = resealer({ home, region }, now);
    for (let after: SealedRow | null = null; ;) {
      const rows: readonly SealedRow[] = await sealedOtherwise(db, region, now.id, after, BATCH);
      for (const row of rows) {
        const renewed = await again(row);
        if (renewed) await putSealed(db, region, renewed);
        sealed += renewed ? 1 : 0;
        left += renewed ? 0 : 1;
      }
      if (rows.length < BATCH) break;
      after = rows.at(-1)!;
    }
  }
  return { sealed, left };
}
