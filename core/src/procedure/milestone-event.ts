import type { ClauseId, Milestone, Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Linked } from './dossier.ts';
import type { OfficialDocument } from './paper.ts';

/** A stage as the event that brings it names it. */
export type StageNamed = { readonly id: string; readonly title: Text };

/** A point of the flow. `day`: that of the paper where one with a number stands, else the day of the act. */
export type MilestoneReached = {
  readonly type: 'MilestoneReached';
  readonly milestone: Milestone;
  readonly day: PlainDate;
  readonly document: OfficialDocument | null;
  /** Where it brings the dossier; null: it stays where it is. */
  readonly stage: StageNamed | null;
  /** The dossier whose tell brought it here; absent: it came here by itself. */
  readonly told?: Linked;
  readonly clause: ClauseId;
};
