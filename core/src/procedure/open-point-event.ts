import type { Signer } from '../access/index.ts';
import type { ClauseId, Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Task } from './dossier.ts';
import type { OfficialDocument } from './paper.ts';
import type { Objection, Question } from './question.ts';

/** What is asked of the plan and said against what was made public, and what becomes of it, without who and when. */
export type OpenPointEvent =
  | {
      readonly type: 'QuestionOpened';
      /** For whoever leads the coordinator. */
      readonly tasks: readonly Task[];
      readonly question: Omit<Question, 'ruling' | 'askedOn'>;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'QuestionRuled';
      readonly question: string;
      readonly choice: string;
      readonly title: Text;
      readonly reason: string;
      readonly scope: 'dossier' | 'edition';
      readonly document: OfficialDocument | null;
      /** A ruling that was made for the edition before answers it here: who made it and when. */
      readonly ruledBy: { readonly by: Signer; readonly on: PlainDate } | null;
      readonly clause: ClauseId;
    }
  | {
      /** A ruling that was made here for the whole edition answers no further dossier; where it was used, it stands. */
      readonly type: 'RulingEnded';
      readonly question: string;
      readonly title: Text;
      readonly reason: string;
      readonly clause: ClauseId;
    }
  | {
      /** Another reading of the plan is asked instead: it may leave the point open no longer. */
      readonly type: 'QuestionDropped';
      readonly question: string;
      readonly text: Text;
      readonly reason: string;
      readonly clause: ClauseId;
    }
  | { readonly type: 'ObjectionRaised'; readonly objection: Omit<Objection, 'outcome'>; readonly clause: ClauseId }
  | {
      readonly type: 'ObjectionSettled';
      readonly objection: string;
      readonly upheld: boolean;
      readonly reason: string;
      readonly clause: ClauseId;
    };
