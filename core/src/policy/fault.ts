import type { PlainDate } from '../time/index.ts';
import type { ClauseId, Facts, Text } from './fact.ts';

/**
 * What the checker looks for, each kind by a file of `faults/`. `overlap` and `gap` are facts for
 * which two routes apply, or none; `shape` is a pack that cannot be read, `reserved` a word that is kept for
 * what the program cannot do yet. A ruling names the kind it answers, also in editions
 * that are published: a kind that is renamed leaves them without their answer.
 */
export type FaultKind =
  | 'overlap'
  | 'gap'
  | 'unreachable-step'
  | 'dead-end'
  | 'unknown-role'
  | 'unknown-post'
  | 'unknown-step'
  | 'unknown-fact'
  | 'post-unheld'
  | 'drafter-reviews'
  | 'holder-accepts'
  | 'holder-extends'
  | 'inner-limit-later'
  | 'limit-without-start'
  | 'clause-missing'
  | 'example-differs'
  | 'copy-to-self'
  | 'no-limit'
  | 'ambiguous-limit'
  | 'silent-topic'
  | 'never-opened'
  | 'import-unfilled'
  | 'milestone-unreached'
  | 'unknown-name'
  | 'unknown-field'
  | 'personal-shown'
  | 'personal-unserved'
  | 'readers-narrow'
  | 'nobody-owes'
  | 'window-overlaps'
  | 'tell-loops'
  | 'tell-unfilled'
  | 'part-empty'
  | 'no-refusal'
  | 'evidence-nowhere'
  | 'in-charge-astray'
  | 'no-leading-post'
  | 'silence-unsaid'
  | 'clause-unserved'
  | 'unused'
  | 'copy-unsettled'
  | 'judges-own'
  | 'last-wins'
  | 'reserved'
  | 'ruling-missing'
  | 'ruling-unused'
  | 'shape';

/** Something in the pack that the program will not decide by itself. */
export type Fault = {
  readonly kind: FaultKind;
  /** Where in the pack: file and keys, resolved to a line by whoever read the file. */
  readonly file: 'policy' | 'units' | 'examples';
  readonly path: readonly (string | number)[];
  readonly clauses: readonly ClauseId[];
  /** The facts at which it happens; several when a fault holds for several combinations. */
  readonly facts: readonly Facts[];
  /** What the fault is about: route, step, limit, role or topic ids. A ruling names the same. */
  readonly about: readonly string[];
  readonly text: Text;
  /** The ruling that settles it, or null: then the pack does not pass. */
  readonly ruling: string | null;
};

/** A recorded answer to a question the checker asked. Confirming it is an act of a named person. */
export type Ruling = {
  readonly id: string;
  readonly title: Text;
  readonly clauses: readonly ClauseId[];
  /** The faults it answers: their kind and what they are about (all of `about` when given). */
  readonly settles: readonly { readonly kind: FaultKind; readonly about?: readonly string[] }[];
  readonly reason: Text;
  readonly by: string;
  readonly on: PlainDate;
  readonly status: 'confirmed' | 'pending';
  /** For an overlap: routes in order, the first that matches wins. */
  readonly prefers?: readonly string[];
};
