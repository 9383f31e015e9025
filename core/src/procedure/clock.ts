import type { ClauseId, ProcedureId, TermSpec, Text } from '../policy/index.ts';
import type { LocalTime, Pause, PlainDate } from '../time/index.ts';

/** The id of the clock of the plan's own date, which no step meets: the work does. */
export const PLAN_DEADLINE = 'plan-deadline';

/** When a clock stood still; `until` null: it still does. */
export type Standstill = Omit<Pause, 'until'> & {
  readonly until: PlainDate | null;
  /** The day of the outer limit, past which this pause does not carry it; absent: it does not reach that day. */
  readonly notAfter?: PlainDate;
};

/** One limit running. It is met when its step ends, and a met clock is history: no calendar moves it. */
export type Clock = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  /** The step that must be done by then; null for the plan's own date and for a measure. */
  readonly target: { readonly run: ProcedureId; readonly step: string } | null;
  readonly measure: string | null;
  readonly event: string;
  readonly start: PlainDate;
  /** Of a term in hours: the instant it runs from, where it is known; else it runs from the midnight that `start` begins with. */
  readonly startAt?: LocalTime;
  readonly term: TermSpec;
  /** It is no limit but a term that must have run before its step can end: publicity. `due` is its last day. */
  readonly floor?: true;
  /** Null while it stands still: nobody can say yet when it falls due. */
  readonly due: PlainDate | null;
  /** Of a term in hours: the instant on `due` at which it ends. */
  readonly dueAt?: LocalTime;
  readonly provisional: boolean;
  readonly calendar: string;
  /** By how many units of its own it was lengthened, each time; absent: never. */
  readonly extensions?: readonly number[];
  /** Absent: it never stood still. */
  readonly pauses?: readonly Standstill[];
  readonly metOn: PlainDate | null;
  /** The instant, where it was met on the day of its entry. */
  readonly metAt?: LocalTime;
  /** The day the calendar noted that the term had run out. */
  readonly lapsedOn: PlainDate | null;
};
