import type { Law } from '@bihuan/core/procedure';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { readPack } from '../policies/index.ts';
import { sm3 } from '../sm3.ts';
import { COUNTY } from './county.ts';

/** The Shidian pack as law, straight from its files. */
export function shidianLaw(): Law {
  const { pack, faults } = readPack(COUNTY);
  if (!pack) throw new Error(`the pack cannot be read: ${JSON.stringify(faults)}`);
  return {
    policy: pack.policy,
    units: pack.units,
    calendar: readCalendars(CALENDARS, pack.policy.calendars),
    digest: sm3,
  };
}
