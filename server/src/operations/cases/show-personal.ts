import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import { stillKept, type Case } from '@bihuan/core/case';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import type { Answer } from '../dossiers/answer.ts';
import { unknownDossier } from '../dossiers/command-dossier.ts';
import { commandCase } from './command.ts';
import { opened } from './personal.ts';

type Wish = { readonly dossier: string; readonly field: string; readonly reason: string; readonly by: Actor };

/** What a field keeps apart, by the ids that the sheet and its corrections named; what is not to be opened is left out. */
export type Shown = { readonly version: number; readonly values: Readonly<Record<string, unknown>> };

/** How often somebody else may be faster. */
const ROUNDS = 3;

/**
 * Shows a field that is kept apart to whom the plan lets see it: first the record says who, when and why, then it is opened.
 * Whoever looks changes nothing, so he waits for nobody. Asked again it is shown again, and the record says so: a retry that
 * was answered from memory would be a look that nobody hears of.
 */
export async function showPersonal(services: Services, asked: Wish, rounds = ROUNDS): Promise<Answer<Shown>> {
  const { dossier, field, reason, by } = asked;
  const [key, fingerprint] = [randomUUID(), 'shown'];
  const standing = (await findDossiers<Case>(services.db, services.region, 'case', [dossier])).get(dossier);
  if (!standing) return { refused: unknownDossier };
  const { version, state } = standing;
  const ask = { type: 'ShowPersonal', field, reason } as const;
  const answer = await commandCase(services, { dossier, version, ask, by, key, fingerprint });
  if ('stale' in answer && rounds > 1) return showPersonal(services, asked, rounds - 1);
  if (!('done' in answer)) return answer;
  const ids = stillKept(state).flatMap((kept) => (kept.field === field ? [kept.id] : []));
  const values = Object.fromEntries(await opened(services, dossier, ids));
  return { done: { version: answer.done.version, values }, replayed: false };
}
