import { randomUUID } from 'node:crypto';
import { theCalendar } from '@bihuan/core/access';
import type { Services } from '../services.ts';
import { standingOf } from '../store/dossiers.ts';
import type { Answer } from './answer.ts';
import { commandCase } from './cases/command.ts';
import type { CommandAsked } from './command-dossier.ts';
import { commandProblem } from './command-problem.ts';
import type { DossierDone } from './decide-dossier.ts';

/** What becomes of a command of the calendar: `stale` when somebody wrote to the dossier at the same time. */
export type AsCalendar = 'done' | 'refused' | 'stale';

/** What days do to any dossier that has clocks. */
type CalendarAsk =
  | { readonly type: 'NoteLapse'; readonly clock: string }
  | { readonly type: 'AmendClocks'; readonly reason: string };

/** Kinds of dossier whose clocks the calendar keeps. */
const KEPT: Readonly<
  Record<string, (services: Services, asked: CommandAsked<CalendarAsk>) => Promise<Answer<DossierDone>>>
> = { problem: commandProblem, case: commandCase };

/** What days do to a dossier goes through the same command as what people do, signed by the calendar. */
export async function askAsCalendar(services: Services, dossier: string, ask: CalendarAsk): Promise<AsCalendar> {
  const standing = await standingOf(services.db, services.region, dossier);
  const command = standing && KEPT[standing.kind];
  if (!command) return 'refused';
  const key = randomUUID();
  const { version } = standing;
  const answer = await command(services, { dossier, version, ask, by: theCalendar, key, fingerprint: key });
  if ('done' in answer) return 'done';
  return 'refused' in answer ? 'refused' : 'stale';
}
