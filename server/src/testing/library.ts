import { fileURLToPath } from 'node:url';
import type { Law } from '@bihuan/core/procedure';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { readPack } from '../policies/index.ts';
import { sm3 } from '../sm3.ts';

/** The rules of an invented library: suggestions that everybody reads, complaints that only a few do, and a repair that a tell opens. */
export function libraryLaw(): Law {
  const { pack, faults } = readPack(fileURLToPath(new URL('library', import.meta.url)));
  if (!pack) throw new Error(`the library's rules cannot be read: ${JSON.stringify(faults)}`);
  const { policy, units } = pack;
  return { policy, units, calendar: readCalendars(CALENDARS, policy.calendars), digest: sm3 };
}
