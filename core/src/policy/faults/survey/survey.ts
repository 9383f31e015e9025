import type { Calendar, PlainDate } from '../../../time/index.ts';
import type { Choice } from '../../choice.ts';
import type {
  Facts,
  Fault,
  Kind,
  Milestone,
  Outcome,
  Pack,
  Procedure,
  RoleId,
  Route,
  Step,
  Stretch,
} from '../../model.ts';

/** A route with its place in the file and the facts that lead onto it. */
export type Road = {
  readonly procedure: Procedure;
  readonly route: Route;
  readonly path: Fault['path'];
  /** Combinations at which the route is taken, or might be where nothing ranks it against another. */
  readonly facts: readonly Facts[];
};

/** A step with its place in the file. */
export type Stand = { readonly road: Road; readonly step: Step; readonly at: number; readonly path: Fault['path'] };

/** What one combination of facts chooses in a procedure. */
export type Trial = { readonly facts: Facts; readonly choice: Choice };

/** One stretch of a kind's flow with its place in the file, and the procedure that runs there; null where the pack has none. */
export type Leg = {
  readonly stretch: Stretch;
  readonly at: number;
  readonly path: Fault['path'];
  readonly procedure: Procedure | null;
  readonly roads: readonly Road[];
};

/**
 * What brings a dossier to a milestone, and where on its way: stretches count 0, 1, 2… in the order in which the pack lists them,
 * their steps lie between. Null: at no place that can be told.
 */
export type Source = {
  readonly milestone: Milestone;
  readonly by: 'opening' | 'stretch' | 'step' | 'return' | 'act' | 'tell' | 'subject';
  /** The stretch, act or tell. */
  readonly id: string;
  readonly place: number | null;
};

/** A kind laid out for checking: its stretches with their roads, and where each of its milestones comes from. */
export type Flow = {
  readonly kind: Kind;
  readonly path: Fault['path'];
  readonly legs: readonly Leg[];
  readonly sources: readonly Source[];
  /** Fields of the sheet that belong to whoever opens or corrects it: no step and no act fills them. */
  readonly free: ReadonlySet<string>;
  /** Parts that may file nothing to report (零报告) in such a dossier: its steps of theirs by which a return is filed fill nothing in. */
  readonly nil: ReadonlySet<RoleId>;
  /** Fields that surely say what it is owed for: the duty fills them in, and nobody else. */
  readonly owedFor: readonly string[];
};

/** Facts at which a dossier of a kind goes one and the same way: which stretches it takes, and each on which road. */
export type World = {
  /** Without those that nothing to report leaves empty, where that is filed. */
  readonly facts: readonly Facts[];
  /** The return is filed as nothing to report. */
  readonly nil: boolean;
  /** Per stretch: whether its condition holds, and the road that the facts choose; null where they choose none. */
  readonly legs: readonly { readonly leg: Leg; readonly taken: boolean; readonly road: Road | null }[];
};

/** One way in which a run may end: at which step, with which outcome, what it reaches, and the facts that are settled by then. */
export type Exit = {
  readonly at: number;
  readonly outcome: Outcome | null;
  readonly reaches: readonly Milestone[];
  readonly settled: ReadonlySet<string>;
};

/** A stretch that ended, on which road and in which of its ways. */
export type Ended = { readonly leg: number; readonly road: Road; readonly exit: Exit };

/** Where a dossier came to a stop: after a stretch, or, where none has run, after what brought it there. */
export type Stop = { readonly after: Ended | Source };

/** What a walk through all ways of one world has found. */
export type Wandered = {
  /** Nothing is open, nothing can come, and the dossier is not closed. */
  readonly stops: readonly Stop[];
  /** Closed at a step though a stretch would still begin. */
  readonly cutOff: readonly (Ended & { readonly before: number })[];
  /** Pairs of stretches that are open at once on some way, `0 2`, the earlier listed first. */
  readonly beside: ReadonlySet<string>;
  /** Per stretch that begins on some way: the facts known whenever it does. */
  readonly known: ReadonlyMap<number, ReadonlySet<string>>;
  /** Per milestone that is reached on some way: the facts known whenever it is. */
  readonly points: ReadonlyMap<Milestone, ReadonlySet<string>>;
};

/** One world of a kind, walked. */
export type Walk = { readonly world: World; readonly found: Wandered };

/** The law laid out for checking: every route tried with every combination of the facts it asks for. */
export type Survey = {
  /** The pack as its authors wrote it, and with the kinds that an edition from before kinds did not say. */
  readonly said: Pack;
  readonly pack: Pack;
  /** Null where no calendar could be read: what needs one is left unchecked. */
  readonly calendar: Calendar | null;
  /** The day the edition comes into force. */
  readonly on: PlainDate;
  /** That day, and every later one on which an office changes hands: who holds what is asked on each. */
  readonly days: readonly PlainDate[];
  readonly trials: ReadonlyMap<Procedure, readonly Trial[]>;
  readonly roads: readonly Road[];
  readonly stands: readonly Stand[];
  readonly flows: readonly Flow[];
  /** What walking every way of each kind has found; a kind with too many combinations has none. */
  readonly walks: ReadonlyMap<Flow, readonly Walk[]>;
};

/**
 * A fault before it is known who has answered it.
 * `onlyBy` present: no other ruling settles it, and with null none does.
 */
export type Found = Omit<Fault, 'ruling'> & { readonly onlyBy?: string | null };

/** Looks for one sort of fault. */
export type Finder = (survey: Survey) => readonly Found[];
