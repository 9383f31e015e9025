import type { Obstacle } from '../access/index.ts';
import type { ClauseId, RoleId, StepNeed, Text } from '../policy/index.ts';
import type { ExtensionUnit } from '../time/index.ts';
import type { Bound, Differed } from './dossier.ts';

/** What the form must ask for beside the decision itself. */
export type Needs = {
  readonly opinion: boolean;
  readonly reason: boolean;
  readonly document: boolean;
  readonly recorded: boolean;
  readonly facts: readonly string[];
  readonly parts: boolean;
  /** Parts whose unit this person may not change; their people he may name. */
  readonly fixedParts: readonly RoleId[];
  readonly returnsTo: readonly { readonly step: string; readonly title: Text }[];
  readonly objection: boolean;
  /** In which units a last day is moved. */
  readonly lengthens: ExtensionUnit | null;
  /** Fields of the sheet that come along. */
  readonly values: readonly string[];
  /** Ways in which the step may end, or a question be ruled; those that cannot be taken here say why. */
  readonly outcomes: readonly {
    readonly id: string;
    readonly title: Text;
    readonly means?: Text;
    readonly obstacle?: Obstacle;
  }[];
  /** It asks for words of its own. */
  readonly says: boolean;
  /** What those who decide it together said the last time, when they did not say the same; nothing where they did not differ. */
  readonly differed: Differed['said'];
  /** What whoever decides has to say of it. */
  readonly demands: readonly StepNeed[];
  /** Measures that were said to be done and may be said not to be. */
  readonly measures: readonly { readonly id: string; readonly text: string }[];
};

/** A form that asks for nothing but the decision. */
export const needsNothing: Needs = {
  opinion: false,
  reason: false,
  document: false,
  recorded: false,
  facts: [],
  parts: false,
  fixedParts: [],
  returnsTo: [],
  objection: false,
  lengthens: null,
  values: [],
  outcomes: [],
  says: false,
  differed: [],
  demands: [],
  measures: [],
};

/** One verb as the screen may show it. Blocked ones stay and say why. `T`: the asks of a subject. */
export type OfferOf<T extends string> = {
  readonly type: T;
  /** Task, copy, clock, act, question or objection it is aimed at; null for the dossier itself. */
  readonly target: string | null;
  readonly title: Text | null;
  readonly unitName: string | null;
  readonly clause: ClauseId | null;
  readonly obstacle: Obstacle | null;
  /** The content the decision binds to, with its present digest. */
  readonly seen: Bound | null;
  readonly needs: Needs;
};

/**
 * Whether a step may be taken for many dossiers at once: what binds the content that was shown, stands for somebody who does not
 * sign in, or has to say how this very dossier was looked at or ends, is taken with that one dossier in sight.
 */
export const goesTogether = ({ seen, needs }: Pick<OfferOf<string>, 'seen' | 'needs'>): boolean =>
  seen === null &&
  !needs.recorded &&
  needs.outcomes.length === 0 &&
  needs.values.length === 0 &&
  needs.differed.length === 0 &&
  needs.demands.every((demand) => demand === 'opinion');
