import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Law } from '@bihuan/core/procedure';
import { plainDate } from '@bihuan/core/time';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { readPack } from '../policies/index.ts';
import type { Services } from '../services.ts';
import { sm3 } from '../sm3.ts';
import { addPublished } from '../store/policies.ts';

/** Says since when the installation has its law, which duties ask for. The ledger knows nothing of it: no event published it. */
export async function hasLawSince({ db, region, law }: Services, day: string): Promise<void> {
  const { edition, title, inForceFrom } = law().policy;
  const row = { edition, title: title.zh, in_force_from: inForceFrom, published_on: plainDate(day) };
  await addPublished(db, region, {
    ...row,
    dossier: randomUUID(),
    digest: '',
    pack: '{}',
    faults: '[]',
    successors: '[]',
  });
}

/** The rules of an invented library: suggestions that everybody reads, complaints that only a few do, and a repair that a tell opens. */
export function libraryLaw(): Law {
  const { pack, faults } = readPack(fileURLToPath(new URL('library', import.meta.url)));
  if (!pack) throw new Error(`the library's rules cannot be read: ${JSON.stringify(faults)}`);
  const { policy, units } = pack;
  return { policy, units, calendar: readCalendars(CALENDARS, policy.calendars), digest: sm3 };
}
