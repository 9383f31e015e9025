import type { Actor } from '@bihuan/core/access';
import { isWaiting, stateOf } from '@bihuan/core/duty';
import type { Services } from '../../services.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { urgeReturn } from './urge-return.ts';
import { filingIn } from './read-duties.ts';
import { linesOf, periodFor } from './wall.ts';

type Asked = Intent & { readonly duty: string; readonly period: string; readonly text: string; readonly by: Actor };

/** How many were urged, and what became of those that could not be. */
export type Urged = {
  readonly urged: number;
  readonly refused: readonly { readonly number: string; readonly answer: Exclude<Answer<never>, { done: never }> }[];
};

/** One wish for everybody who has not filed: each return is urged by itself, and one that is refused holds up no other. */
export async function urgeMissing(services: Services, asked: Asked): Promise<Urged | null> {
  const { duty, period, text, by, key, fingerprint } = asked;
  const found = await periodFor(services, by, duty, period);
  if (!found) return null;
  const lines = await linesOf(services, { duty, period, seats: found.tokens });
  const waiting = lines.filter((line) => isWaiting(stateOf(filingIn(line), services.today())));
  let urged = 0;
  const refused: Urged['refused'][number][] = [];
  for (const line of waiting) {
    // a key of its own, so that a retry answers for each as the first time did
    const answer = await urgeReturn(services, line, { text, by, key: `${key}:${line.id}`, fingerprint });
    if ('done' in answer) urged += 1;
    else refused.push({ number: line.number, answer });
  }
  return { urged, refused };
}
