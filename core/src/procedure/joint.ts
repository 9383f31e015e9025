import { isJoint, type Outcome, type Step } from '../policy/index.ts';
import type { Act, Task } from './dossier.ts';

/** What one seat answered, as far as it decides anything. */
export type Word = Pick<Act, 'part' | 'verdict' | 'facts'> & { readonly outcome?: string | undefined };

/** Tasks of the step that are still open besides the one that is answered. */
type Open = readonly Pick<Task, 'part'>[];

/** Whether the word of this task's seat ends a step in which one leads. */
export const leads = ({ together }: Step, { role, post }: Pick<Task, 'role' | 'post'>): boolean =>
  typeof together === 'object' && 'lead' in together && together.lead.role === role && together.lead.post === post;

const agreed = (words: readonly Word[]): readonly Word[] =>
  words.filter(({ part, verdict }) => part === 'decide' && verdict === 'agree');

const deciding = (open: Open): number => open.filter(({ part }) => part === 'decide').length;

/** How many say the same, of what most say; and how many different things are said. */
function alike(words: readonly Word[]): { readonly most: number; readonly kinds: number } {
  const said = Map.groupBy(words, ({ facts, outcome }) =>
    JSON.stringify([outcome ?? null, Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1))]),
  );
  return { most: Math.max(0, ...[...said.values()].map((same) => same.length)), kinds: said.size };
}

/**
 * Joint decisions: any seat, all of them, a number of them, all where one objection is enough to stop, or the one that leads. Those
 * who decide together without anybody who leads have decided when they say the same of its facts and its end: the last word is
 * no more than the first.
 */
export function isDecided(
  { together }: Step,
  words: readonly Word[],
  open: Open,
  answer: { readonly verdict: 'agree' | 'object'; readonly leads: boolean },
): boolean {
  const agreeing = agreed(words);
  if (together === 'any') return agreeing.length > 0;
  if (typeof together === 'object' && 'quorum' in together) return alike(agreeing).most >= together.quorum;
  if (typeof together === 'object')
    return answer.leads ? answer.verdict === 'agree' : agreeing.length > 0 && deciding(open) === 0;
  return agreeing.length > 0 && deciding(open) === 0 && alike(agreeing).kinds === 1;
}

/** Whether those who decide together have said different things, so that nobody who is still to be asked can make it one. */
export function theyDiffer(step: Step, words: readonly Word[], open: Open): boolean {
  if (!isJoint(step)) return false;
  const { together } = step;
  const agreeing = agreed(words);
  const { most, kinds } = alike(agreeing);
  if (kinds < 2) return false;
  if (typeof together !== 'object' || !('quorum' in together)) return deciding(open) === 0;
  // too few who agree at all is no difference: their objections send it back
  return most + deciding(open) < together.quorum && agreeing.length + deciding(open) >= together.quorum;
}

/** The outcome that the deciding seats of this round chose: all of them alike, or the one who leads, whose word is the last. */
export function outcomeOf(step: Step, acts: readonly Act[]): Outcome | null {
  const chosen = acts.findLast((act) => act.part === 'decide' && act.outcome !== undefined)?.outcome;
  return step.outcomes?.find(({ id }) => id === chosen) ?? null;
}
