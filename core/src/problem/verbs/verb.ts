import type { InputFault, Pass } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import type { Days, Draft, Law } from '../../procedure/index.ts';
import type { At } from '../../procedure/verbs/index.ts';
import type { Ask } from '../command.ts';
import type { ProblemEvent } from '../event.ts';
import type { Point } from '../point.ts';
import type { Problem } from '../problem.ts';

export { byAct, clauseFault, clauseOf, pastFault, textFault, unitFault } from '../../procedure/verbs/index.ts';

/** The ask of one type, with everything that comes along. */
export type AskOf<T extends Ask['type']> = Extract<Ask, { type: T }>;

/** The circumstances of one decision on a problem. `dossier` is the problem as every subject's verbs see it. */
export type Case = At<Problem> & { readonly problem: Problem };

/** The circumstances around a problem: who asks, under which law, on which day. */
export const around = (
  problem: Problem,
  { by, law, on, instant, last }: Pick<At, 'by' | 'law' | 'on' | 'instant' | 'last'>,
): Case => ({
  problem,
  dossier: problem,
  field: problem.basics.field,
  by,
  law,
  on,
  instant,
  last,
});

/** What the ask is aimed at, without what comes along: enough to say whether the person may do it at all. */
export type Target<T extends Ask['type']> = T extends 'TakeStep' | 'ReturnStep' | 'Urge' | 'NoteDays' | 'RaiseObjection'
  ? { readonly type: T; readonly task: string }
  : T extends 'RecordCopySent' | 'AcknowledgeCopy'
    ? { readonly type: T; readonly copy: string }
    : T extends 'NoteLapse' | 'ExtendTerm' | 'PauseTerm' | 'ResumeTerm'
      ? { readonly type: T; readonly clock: string }
      : T extends 'RuleQuestion' | 'EndRuling'
        ? { readonly type: T; readonly question: string; readonly choice?: string }
        : T extends 'SettleObjection'
          ? { readonly type: T; readonly objection: string }
          : T extends 'AdoptRevision'
            ? { readonly type: T; readonly reading: Law }
            : T extends 'AbsorbDouble'
              ? { readonly type: T; readonly days?: Days }
              : { readonly type: T };

/**
 * One thing people can ask, in three questions. `pass` is asked by the screen's offers and by every decision alike,
 * so an offer is never a lie; `faults` looks at what came along; `write` believes both.
 */
export type Verb<T extends Ask['type']> = {
  /** Points of a problem's way at which it makes sense. */
  readonly stages: readonly Point[];
  readonly clause: (at: Case, target: Target<T>) => ClauseId | null;
  readonly pass: (at: Case, target: Target<T>) => Pass;
  readonly faults: (at: Case, ask: AskOf<T>) => readonly InputFault[];
  readonly write: (draft: Draft<Problem, ProblemEvent>, ask: AskOf<T>, law: Law) => void;
};
