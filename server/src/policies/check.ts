import { faults, type Fault, type Pack } from '@bihuan/core/policy';
import { storiesDiffer } from '@bihuan/core/story';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { sm3 } from '../sm3.ts';

/**
 * Everything in the pack that the program will not decide by itself, and every story that comes out otherwise than it is written.
 * Without a calendar no day can be counted, and no story is told.
 */
export function checkPack(pack: Pack): readonly Fault[] {
  const calendar = readCalendars(CALENDARS, pack.policy.calendars);
  return [...faults(pack, calendar), ...(calendar ? storiesDiffer(pack, calendar, sm3) : [])];
}
