import type { Law } from '../procedure/index.ts';
import type { Evidence, Problem } from './problem.ts';

/**
 * Whether this proof is said to be from before the problem was handed over, though it does not show the place as it was:
 * work that nobody had to do yet. It is pointed at; people judge.
 */
export function beforeHandOver({ kind, takenOn }: Evidence, { handedOverOn }: Problem, { policy }: Law): boolean {
  if (!takenOn || !handedOverOn || takenOn >= handedOverOn) return false;
  return policy.evidenceKinds.find(({ id }) => id === kind)?.shows !== 'before';
}
