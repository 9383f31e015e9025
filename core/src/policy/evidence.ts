import { evaluate } from './condition.ts';
import type { Condition, EvidenceNeed, Facts, Step } from './model.ts';

/** The kind of evidence asked for. */
export const kindOf = (need: EvidenceNeed): string => (typeof need === 'string' ? need : need.kind);

/** On which facts it is asked for; absent: always. */
export const whenOf = (need: EvidenceNeed): Condition | undefined => (typeof need === 'string' ? undefined : need.when);

/** What a step asks for at these facts, and the facts that must be known before that can be said. */
export function evidenceAt(
  { evidence }: Pick<Step, 'evidence'>,
  facts: Facts,
): {
  readonly kinds: readonly string[];
  readonly missing: readonly string[];
  readonly needs: readonly EvidenceNeed[];
} {
  const asked = evidence.map((need) => ({ need, verdict: evaluate(whenOf(need), facts) }));
  const needs = asked.filter(({ verdict }) => verdict.holds === 'yes').map(({ need }) => need);
  return {
    needs,
    kinds: [...new Set(needs.map((need) => kindOf(need)))],
    missing: [...new Set(asked.flatMap(({ verdict }) => verdict.missing))],
  };
}
