import type { Law } from '../procedure/index.ts';
import type { Case, CaseEvidence } from './case.ts';

/**
 * Whether this proof, which shows the place after the work, is said to be from before the dossier was opened. What shows something
 * else may well be older: a check is written down before it is filed. It is pointed at; people judge.
 */
export function beforeOpening(
  { kind, takenOn }: Pick<CaseEvidence, 'kind' | 'takenOn'>,
  { openedOn }: Pick<Case, 'openedOn'>,
  { policy }: Pick<Law, 'policy'>,
): boolean {
  if (!takenOn || !openedOn || takenOn >= openedOn) return false;
  return policy.evidenceKinds.find(({ id }) => id === kind)?.shows === 'after';
}
