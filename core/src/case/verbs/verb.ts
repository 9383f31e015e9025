import type { InputFault, Pass } from '../../access/index.ts';
import { FIELD, type ClauseId, type Kind } from '../../policy/index.ts';
import { kindIn, type Draft, type Law } from '../../procedure/index.ts';
import type { Aim, At } from '../../procedure/verbs/index.ts';
import type { Case } from '../case.ts';
import type { AbsorbCase, CaseAsk } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import type { Filled } from '../command.ts';
import { factsIn } from '../sheet.ts';

/** The ask of one type, with everything that comes along. */
export type CaseAskOf<T extends CaseAsk['type']> = Extract<CaseAsk, { type: T }>;

/** Where a plain dossier is for its verbs: not opened, open, closed, withdrawn, closed as merged into another. */
export type CasePoint = 'absent' | 'open' | 'closed' | 'withdrawn' | 'merged';

/** A draft on a plain dossier. */
export type CaseDraft = Draft<Case, CaseEvent>;

/** The circumstances of one decision on a plain dossier, with the kind of the pack that it is, or is to be, of. */
export type CaseAt = At<Case> & { readonly kind: Kind | null };

/** What an ask is aimed at: each verb reads the one that is its own, and the others are not there. */
export type CaseTarget = Required<Aim> & Partial<Pick<AbsorbCase, 'days' | 'of'>>;

/** One thing that can be asked of a plain dossier, in the same questions as any subject's verbs. */
export type CaseVerb<T extends CaseAsk['type']> = {
  readonly points: readonly CasePoint[];
  readonly clause: (at: CaseAt, target: CaseTarget) => ClauseId | null;
  readonly pass: (at: CaseAt, target: CaseTarget) => Pass;
  readonly faults: (at: CaseAt, ask: CaseAskOf<T>) => readonly InputFault[];
  readonly write: (draft: CaseDraft, ask: CaseAskOf<T>, law: Law) => void;
};

/** The circumstances around a dossier; `kind` is asked for by name while it is not opened yet. */
export function aroundCase(
  dossier: Case,
  { by, law, on, instant, last }: Pick<At, 'by' | 'law' | 'on' | 'instant' | 'last'>,
  kind?: string,
): CaseAt {
  const field = dossier.facts[FIELD] ?? null;
  return { dossier, field, by, law, on, instant, last, kind: kindIn(law, kind ?? dossier.kind) };
}

/** The dossier and the field it lies in once these values are in: parts are asked for, and played by default, as they then are. */
export function onceFilled(dossier: Case, kind: Kind, values: Filled): Pick<CaseAt, 'dossier' | 'field'> {
  const facts = { ...dossier.facts, ...factsIn(kind, values) };
  return { dossier: { ...dossier, kind: kind.id, facts }, field: facts[FIELD] ?? null };
}

/** Where it is. */
export function caseAtPoint({ openedOn, closedOn, withdrawnOn, merged }: Case): CasePoint {
  if (openedOn === null) return 'absent';
  if (withdrawnOn !== null) return 'withdrawn';
  if (merged) return 'merged';
  return closedOn === null ? 'open' : 'closed';
}
