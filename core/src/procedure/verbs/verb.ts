import { actRule, passToAct, type Actor, type InputFault, type Pass } from '../../access/index.ts';
import type { ActId, ClauseId } from '../../policy/index.ts';
import type { LocalTime, PlainDate } from '../../time/index.ts';
import type { Dossier } from '../dossier.ts';
import type { Pen } from '../draft.ts';
import type { Law } from '../law.ts';
import type { LastAct } from '../withdrawing.ts';

/** The circumstances of one decision: the dossier, who asks, under which law, on which day. */
export type At<D extends Dossier = Dossier> = {
  readonly dossier: D;
  /** The field (领域) it lies in, where its kind has one. */
  readonly field: string | null;
  readonly by: Actor;
  readonly law: Law;
  readonly on: PlainDate;
  readonly instant?: LocalTime | undefined;
  /** What was done last, where somebody may want it back. */
  readonly last?: LastAct | undefined;
};

/** What an ask is aimed at, without what comes along: enough to say whether the person may do it at all. */
export type Aim = {
  readonly task?: string;
  readonly copy?: string;
  readonly clock?: string;
  readonly act?: string;
  readonly objection?: string;
  readonly question?: string;
  /** What is ruled on it; left out while nothing is chosen yet. */
  readonly choice?: string;
  /** The reading of the edition that it is brought over to. */
  readonly reading?: Law;
};

/**
 * A verb that every kind of dossier has, in the questions that a subject's own verbs answer too: `pass` is asked by the screen's
 * offers and by every decision alike, so an offer is never a lie; `faults` looks at what came along; `write` believes both.
 */
export type SharedVerb<A, T = Aim> = {
  readonly clause: (at: At, target: T) => ClauseId | null;
  readonly pass: (at: At, target: T) => Pass;
  readonly faults: (at: At, ask: A) => readonly InputFault[];
  readonly write: (draft: Pen<Dossier>, ask: A, law: Law) => void;
};

/** A text that must be there and must fit. */
export function textFault(field: string, text: string | undefined, longest: number): InputFault[] {
  if (!text?.trim()) return [{ field, code: 'required' }];
  return text.length > longest ? [{ field, code: 'too-long', bound: String(longest) }] : [];
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

/** A numbered paper must have its number and must not be dated after today. */
export function documentFaults(
  field: string,
  document: { readonly number: string; readonly date: PlainDate },
  on: PlainDate,
): InputFault[] {
  return [...textFault(`${field}.number`, document.number, 60), ...pastFault(`${field}.date`, document.date, on)];
}

/** Guard and clause of an act that belongs to no step, as the pack gives them to this kind. */
export const byAct = (act: ActId) => ({
  clause: ({ dossier, law }: At): ClauseId | null => actRule(act, law, dossier.kind)?.clause ?? null,
  pass: ({ dossier, by, law, on }: At): Pass => passToAct(act, dossier, by, law, on),
});

/** The clause an act serves, for the event it writes. */
export const clauseOf = (act: ActId, { kind }: Pick<Dossier, 'kind'>, law: Law): ClauseId =>
  actRule(act, law, kind)?.clause ?? '';
