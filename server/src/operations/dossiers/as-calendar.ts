import { randomUUID } from 'node:crypto';
import { theCalendar } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { standingOf } from '../../store/dossiers/dossiers.ts';
import { commandEdition } from '../editions/editions.ts';
import { COMMANDS, type SharedAsk } from './commands.ts';

/** What becomes of a command of the calendar: `stale` when somebody wrote to the dossier at the same time. */
export type AsCalendar = 'done' | 'refused' | 'stale';

/** What days do to a dossier goes through the same command as what people do, signed by the calendar. */
export async function askAsCalendar(
  services: Services,
  dossier: string,
  ask: Extract<SharedAsk, { readonly type: 'NoteLapse' | 'AmendClocks' | 'FollowReform' }>,
): Promise<AsCalendar> {
  const standing = await standingOf(services.db, services.region, dossier);
  if (!standing) return 'refused';
  const key = randomUUID();
  const { version, kind } = standing;
  const asked = { version, by: theCalendar, key, fingerprint: key };
  const answer =
    kind === 'edition'
      ? await commandEdition(services, { ...asked, edition: dossier, request: ask })
      : await COMMANDS[kind]?.command(services, { ...asked, dossier, ask });
  if (!answer) return 'refused';
  if ('done' in answer) return 'done';
  return 'refused' in answer ? 'refused' : 'stale';
}
