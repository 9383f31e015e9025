import { randomUUID } from 'node:crypto';
import { theCalendar } from '@bihuan/core/access';
import type { Ask, Problem } from '@bihuan/core/problem';
import type { Services } from '../services.ts';
import { findDossiers } from '../store/dossiers.ts';
import { commandProblem } from './command-problem.ts';

/** What becomes of a command of the calendar: `stale` when somebody wrote to the problem at the same time. */
export type AsCalendar = 'done' | 'refused' | 'stale';

/** What days do to a problem goes through the same command as what people do, signed by the calendar. */
export async function askAsCalendar(services: Services, problem: string, ask: Ask): Promise<AsCalendar> {
  const standing = (await findDossiers<Problem>(services.db, services.region, 'problem', [problem])).get(problem);
  if (!standing) return 'refused';
  const key = randomUUID();
  const answer = await commandProblem(services, {
    dossier: problem,
    version: standing.version,
    ask,
    by: theCalendar,
    key,
    fingerprint: key,
  });
  if ('done' in answer) return 'done';
  return 'refused' in answer ? 'refused' : 'stale';
}
