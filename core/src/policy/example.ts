import type { PlainDate } from '../time/index.ts';
import type { ClauseId, Facts, RoleId } from './fact.ts';

/** A procedure of the pack, by its own word; a run of it that came later in the same dossier carries a count, `acceptance#2`. */
export type ProcedureId = string;

/** What an example expects of one procedure. What it leaves out it does not ask about. */
export type ExpectedProcedure = {
  /** A route, or `none`. */
  readonly route?: string;
  /** Steps in the order they are taken, each with the seats that have a hand in it: deciding or signing along (会同). */
  readonly steps?: Readonly<Record<string, readonly string[]>>;
  readonly copies?: readonly RoleId[];
};

/** A sentence with an expected outcome, run as a test. */
export type Example = {
  /** Which of the examples of its file it is, from 0; absent: as it stands in the list. */
  readonly at?: number;
  readonly name: string;
  readonly clause: ClauseId;
  readonly facts: Facts;
  readonly expect: {
    /** A route, or `none` where the plan has no route. */
    readonly plan?: string;
    readonly acceptance?: string;
    readonly signers?: readonly string[];
    readonly copies?: readonly RoleId[];
    /** What other procedures (or these two) are expected to be made of. */
    readonly procedures?: Readonly<Partial<Record<ProcedureId, ExpectedProcedure>>>;
    /** Limit id to due day, from the start days given in `starts`. */
    readonly due?: Readonly<Record<string, PlainDate>>;
  };
  readonly starts?: Readonly<Record<string, PlainDate>>;
};
