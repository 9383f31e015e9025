import type { ClauseId, Condition, RoleId, Text } from './fact.ts';
import type { Limit, Seat } from './step.ts';
import type { Roll } from '../time/index.ts';

/** How often a duty falls due. Yearly: on each of these days. `order`: when a person orders it, with a window of its own. */
export type Every =
  | { readonly every: 'yearly'; readonly days: readonly string[] }
  | { readonly every: 'month' | 'half-month' | 'quarter' | 'week' }
  | { readonly every: 'order'; readonly by: readonly Seat[] };

/** When a period's returns are due: on its own yearly day, or so many days after the period has ended. */
export type DutyDue =
  | { readonly on: 'day'; readonly inclusive: boolean; readonly roll: Roll }
  | { readonly on: 'after'; readonly count: 'natural' | 'working'; readonly days: number; readonly roll: Roll }
  /** An order names the day. */
  | { readonly on: 'order' };

/**
 * What every unit that owes a duty files a return for. `field`: each field that it is in charge of. Of a table (`fields`, or the values of
 * a fact of the pack): each of its rows, whoever is in charge of what.
 */
export type ForEach = 'field' | { readonly of: string };

/** What falls due again and again (定期任务): opens dossiers, owed by units, within a window. */
export type Duty = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling?: string;
  readonly by: readonly RoleId[];
  /** Yearly days and other limits outside the procedures, so that the checker reads them too. */
  readonly limits: readonly Limit[];
  /** Absent: the duty is only written down; nothing is opened for it. */
  readonly runs?: {
    readonly every: Every;
    /** Natural days before the due day at which the window opens; absent: on the first day of the period. */
    readonly opensBefore?: number;
    /** Beside the unit, one return for each of these. */
    readonly forEach?: ForEach;
    /** Who confirms a return; absent: nobody. */
    readonly confirmedBy?: Seat;
    /** The kind of dossier that a return is, and the part in it of whoever owes it. */
    readonly files: string;
    readonly filer: RoleId;
    /** A nil return (零报告) is a return. */
    readonly nil: boolean;
    /** The kind of dossier that gathers the returns of a period. */
    readonly gathers?: string;
    readonly due: DutyDue;
    /** Natural days before the due day on which who has not filed is reminded. */
    readonly reminds?: number;
    /** All, or a share drawn so that anybody can draw it again. */
    readonly covers:
      | 'all'
      | { readonly sample: number; readonly atLeast: number; readonly of: string; readonly when?: Condition };
  };
};
