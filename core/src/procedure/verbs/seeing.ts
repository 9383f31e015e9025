import type { Refusal } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import { FACTS } from '../binding.ts';
import type { Bound } from '../dossier.ts';

/**
 * A decision binds to what was seen: if that is no longer what the dossier says, nobody decides. Facts that are about to be
 * settled change with no act but one on the dossier itself, whose version says so: who saw no digest of them saw them.
 */
export function seenOtherwise(bound: Bound | null, seen: string | undefined, clause: ClauseId): Refusal | null {
  if (bound === null || seen === bound.digest || (seen === undefined && bound.what === FACTS)) return null;
  return { code: 'content-changed', shown: seen ?? '', present: bound.digest, clause };
}
