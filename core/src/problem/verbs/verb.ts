import { actRule, passToAct, type Actor, type InputFault, type Pass } from '../../access/index.ts';
import type { ActId, ClauseId } from '../../policy/index.ts';
import type { Draft, Law } from '../../procedure/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { Ask } from '../command.ts';
import type { ProblemEvent } from '../event.ts';
import type { Problem } from '../problem.ts';

/** The ask of one type, with everything that comes along. */
export type AskOf<T extends Ask['type']> = Extract<Ask, { type: T }>;

/** The circumstances of one decision: the dossier, who asks, under which law, on which day. */
export type Case = { readonly problem: Problem; readonly by: Actor; readonly law: Law; readonly on: PlainDate };

/** What the ask is aimed at, without what comes along: enough to say whether the person may do it at all. */
export type Target<T extends Ask['type']> = T extends 'TakeStep' | 'ReturnStep' | 'Urge'
  ? { readonly type: T; readonly task: string }
  : T extends 'RecordCopySent' | 'AcknowledgeCopy'
    ? { readonly type: T; readonly copy: string }
    : T extends 'NoteLapse' | 'ExtendTerm' | 'PauseTerm' | 'ResumeTerm'
      ? { readonly type: T; readonly clock: string }
      : { readonly type: T };

/**
 * One thing people can ask, in three questions. `pass` is asked by the screen's offers and by every decision alike,
 * so an offer is never a lie; `faults` looks at what came along; `write` believes both.
 */
export type Verb<T extends Ask['type']> = {
  /** Stages in which it makes sense. */
  readonly stages: readonly Problem['stage'][];
  readonly clause: (at: Case, target: Target<T>) => ClauseId | null;
  readonly pass: (at: Case, target: Target<T>) => Pass;
  readonly faults: (at: Case, ask: AskOf<T>) => readonly InputFault[];
  readonly write: (draft: Draft<Problem, ProblemEvent>, ask: AskOf<T>, law: Law) => void;
};

/** A text that must be there and must fit. */
export function textFault(field: string, text: string | undefined, longest: number): InputFault[] {
  if (!text?.trim()) return [{ field, code: 'required' }];
  return text.length > longest ? [{ field, code: 'too-long' }] : [];
}

/** A day that must not lie after today. */
export function pastFault(field: string, day: PlainDate, on: PlainDate): InputFault[] {
  return day > on ? [{ field, code: 'in-the-future' }] : [];
}

/** A clause that must stand in the edition of the dossier. */
export function clauseFault(field: string, clause: ClauseId, law: Law): InputFault[] {
  if (!clause) return [{ field, code: 'required' }];
  return law.policy.clauses.some((known) => known.id === clause) ? [] : [{ field, code: 'unknown' }];
}

/** A unit that must exist in the pack. */
export function unitFault(field: string, unit: string, law: Law): InputFault[] {
  return law.units.some((known) => known.id === unit) ? [] : [{ field, code: 'unknown' }];
}

/** Guard and clause of an act that belongs to no step, as the pack gives them. */
export const byAct = (act: ActId) => ({
  clause: ({ law }: Case): ClauseId | null => actRule(act, law)?.clause ?? null,
  pass: ({ problem, by, law, on }: Case): Pass => passToAct(act, problem, by, law, on),
});

/** The clause an act serves, for the event it writes. */
export const clauseOf = (act: ActId, law: Law): ClauseId => law.policy.acts[act]!.clause;
