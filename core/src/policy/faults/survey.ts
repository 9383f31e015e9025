import type { Calendar, PlainDate } from '../../time/index.ts';
import { choose, type Choice } from '../choice.ts';
import { matchable } from '../matching.ts';
import type { Facts, Fault, Pack, Procedure, Route, Step } from '../model.ts';
import { combinationsFor } from './combinations.ts';

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

/** The law laid out for checking: every route tried with every combination of the facts it asks for. */
export type Survey = {
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
};

/**
 * A fault before it is known who has answered it.
 * `onlyBy` present: no other ruling settles it, and with null none does.
 */
export type Found = Omit<Fault, 'ruling'> & { readonly onlyBy?: string | null };

/** Looks for one sort of fault. */
export type Finder = (survey: Survey) => readonly Found[];

/** Lays the pack out once for all finders. */
export function surveyOf(pack: Pack, calendar: Calendar | null): Survey {
  const { policy } = pack;
  const trials = new Map(policy.procedures.map((procedure) => [procedure, trialsOf(procedure, pack)] as const));
  const roads = policy.procedures.flatMap((procedure, p) =>
    procedure.routes.map((route, r): Road => {
      const taken = (trials.get(procedure) ?? []).filter(({ choice }) => mayTake(choice, route));
      return { procedure, route, path: ['procedures', p, 'routes', r], facts: taken.map((trial) => trial.facts) };
    }),
  );
  const stands = roads.flatMap((road) =>
    road.route.steps.map((step, at): Stand => ({ road, step, at, path: [...road.path, 'steps', at] })),
  );
  return { pack, calendar, on: policy.inForceFrom, days: daysOf(pack), trials, roads, stands };
}

function daysOf({ policy: { inForceFrom }, units }: Pack): readonly PlainDate[] {
  const turns = units.flatMap((unit) => unit.roles.flatMap(({ from, until }) => [from, until]));
  const later = turns.filter((day): day is PlainDate => day !== undefined && day > inForceFrom);
  return [inForceFrom, ...new Set(later.toSorted())];
}

function trialsOf(procedure: Procedure, { policy }: Pack): readonly Trial[] {
  const tried = combinationsFor(procedure, matchable(policy)) ?? [];
  return tried.map((facts) => ({ facts, choice: choose(procedure, facts, policy.rulings) }));
}

function mayTake(choice: Choice, route: Route): boolean {
  if (choice.outcome === 'route') return choice.route === route;
  return choice.outcome === 'ambiguous' && choice.routes.includes(route);
}
