import type { ClauseId, PostId, RoleId, Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';

/** An act that counts on a day far from that of its entry, and who has to look whether that is right. */
export type FarDay = {
  /** Of its line: unique in the dossier. */
  readonly id: string;
  /** The act, as tasks are named: `plan/review/2/0`. */
  readonly act: string;
  /** What was done. */
  readonly title: Text;
  readonly clause: ClauseId;
  /** The day that counts, and the day of entry. */
  readonly day: PlainDate;
  readonly on: PlainDate;
  readonly role: RoleId;
  readonly post: PostId;
  readonly unit: string;
  readonly unitName: string;
  readonly external: boolean;
};

/** That a day lies far from its entry, and that whoever coordinates has looked at it. */
export type DaysEvent =
  | {
      /** An answer counts on a day far from that of its entry: whoever coordinates is to look. One entry for each seat that may. */
      readonly type: 'DaysFoundApart';
      readonly far: readonly FarDay[];
      readonly clause: ClauseId;
    }
  | {
      /** `day` counts, `enteredOn` is when it was entered. */
      readonly type: 'DaysNoted';
      readonly act: string;
      readonly title: Text;
      readonly day: PlainDate;
      readonly enteredOn: PlainDate;
      readonly text: string | null;
      readonly clause: ClauseId;
    };
