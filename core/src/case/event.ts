import type { ClauseId, Facts, SheetValues, Text } from '../policy/index.ts';
import type { Apart, Linked, ProcedureEvent, Signature, StageNamed, Twin } from '../procedure/index.ts';
import type { AbsorbedCase, CaseEvidence, Frozen, Imported, Owed } from './case.ts';

/** A file as it is brought; whose unit brought it, and in which round, the event itself tells. */
export type GivenEvidence = Omit<CaseEvidence, 'unit' | 'rounds'>;

/** What happens to a dossier of a plain kind, beside what procedures write into any dossier. Readable without its pack. */
export type CaseEvent =
  | ProcedureEvent
  | (Signature &
      (
        | {
            readonly type: 'CaseOpened';
            readonly kind: string;
            readonly kindTitle: Text;
            readonly number: string;
            readonly title: string;
            readonly policy: string;
            readonly values: SheetValues;
            /** Fields that were filled in beforehand, from the dossier that it belongs to or by the one that opened it. */
            readonly prefilled?: readonly string[];
            readonly facts: Facts;
            readonly from: string | null;
            readonly links: readonly Linked[];
            readonly owed: Owed | null;
            /** Only where it came from a workbook. */
            readonly imported?: Imported;
            readonly stage: StageNamed | null;
            readonly clause: ClauseId;
          }
        | {
            /** Fields that were filled in or corrected: at a step, by an act, or with a reason. `values` holds null for what was emptied. */
            readonly type: 'SheetFilled';
            readonly values: { readonly [field: string]: SheetValues[string] | null };
            readonly facts: Facts;
            readonly title: string;
            readonly at: string | null;
            readonly reason: string | null;
            readonly clause: ClauseId;
          }
        | {
            readonly type: 'ActDone';
            readonly act: string;
            readonly title: Text;
            readonly text: string | null;
            readonly clause: ClauseId;
          }
        | { readonly type: 'NilFiled'; readonly reason: string | null; readonly clause: ClauseId }
        | {
            readonly type: 'PersonalShown';
            readonly field: string;
            readonly reason: string;
            readonly clause: ClauseId;
          }
        | {
            /** The ids say nothing of anybody; what they kept is gone. */
            readonly type: 'PersonalErased';
            readonly ids: readonly string[];
            readonly fields: readonly string[];
            readonly reason: string;
            readonly basis: string;
            readonly clause: ClauseId;
          }
        /** Figures of the sheet stand for good, as they were counted for this act. */
        | {
            readonly type: 'FiguresFixed';
            readonly figures: Readonly<Record<string, number>>;
            readonly clause: ClauseId;
          }
        /** It looks like these and is another, says the signer. */
        | { readonly type: 'ToldApart'; readonly apart: readonly Apart[]; readonly clause: ClauseId }
        | {
            readonly type: 'CaseMerged';
            readonly into: Twin;
            readonly reason: string;
            readonly stage: StageNamed;
            readonly clause: ClauseId;
          }
        | { readonly type: 'CaseUnmerged'; readonly from: Twin; readonly reason: string; readonly clause: ClauseId }
        | {
            readonly type: 'DoubleAbsorbed';
            readonly double: Omit<AbsorbedCase, 'on'>;
            readonly reason: string;
            readonly clause: ClauseId;
          }
        | { readonly type: 'DoubleReleased'; readonly double: Twin; readonly reason: string; readonly clause: ClauseId }
        | { readonly type: 'CaseWithdrawn'; readonly reason: string; readonly clause: ClauseId }
        | { readonly type: 'CaseLinked'; readonly link: Linked; readonly clause: ClauseId }
        | { readonly type: 'CaseEvidenceAdded'; readonly evidence: GivenEvidence; readonly clause: ClauseId }
        | { readonly type: 'GatheringFrozen'; readonly frozen: Frozen; readonly clause: ClauseId }
      ));
