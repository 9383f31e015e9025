import type { Limit, Pack, Policy, Route, Ruling, Step } from '../model.ts';
import { plainDate } from '../../time/index.ts';
import { text } from './library-words.ts';

/** The pack with other words in its policy. */
export const withPolicy = (pack: Pack, change: Partial<Policy>): Pack => ({
  ...pack,
  policy: { ...pack.policy, ...change },
});

/** The pack with rulings of its own before those it has. */
export const withRulings = (pack: Pack, ...rulings: readonly Ruling[]): Pack =>
  withPolicy(pack, { rulings: [...rulings, ...pack.policy.rulings] });

/** The pack with another route. */
export function withRoute(pack: Pack, id: string, change: Partial<Route>): Pack {
  const procedures = pack.policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => (route.id === id ? { ...route, ...change } : route)),
  }));
  return withPolicy(pack, { procedures });
}

/** The pack with one step of a route said otherwise. */
export function withStep(pack: Pack, route: string, id: string, change: Partial<Step>): Pack {
  const steps = routeOf(pack, route).steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  return withRoute(pack, route, { steps });
}

/** The pack with one limit of a step said otherwise. */
export function withLimit(pack: Pack, route: string, step: string, change: Partial<Limit>): Pack {
  const limits = routeOf(pack, route).steps.find((each) => each.id === step)?.limits ?? [];
  return withStep(pack, route, step, { limits: limits.map((limit) => ({ ...limit, ...change })) });
}

/** The route of this id, in whichever procedure. */
export function routeOf({ policy }: Pack, id: string): Route {
  const found = policy.procedures.flatMap((procedure) => procedure.routes).find((route) => route.id === id);
  if (!found) throw new Error(`no route ${id}`);
  return found;
}

/** The step of this id in a route. */
export function stepOf(pack: Pack, route: string, id: string): Step {
  const found = routeOf(pack, route).steps.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${route} / ${id}`);
  return found;
}

/** A ruling that settles something. */
export function ruling(id: string, settles: Ruling['settles'], more: Partial<Ruling> = {}): Ruling {
  return {
    id,
    title: text(id),
    clauses: ['§3'],
    settles,
    reason: text('试'),
    by: '馆务会',
    on: plainDate('2030-01-02'),
    status: 'pending',
    ...more,
  };
}

/** The pack with another route behind the others of a procedure. */
export function withNewRoute(pack: Pack, procedure: string, route: Route): Pack {
  const procedures = pack.policy.procedures.map((each) =>
    each.id === procedure ? { ...each, routes: [...each.routes, route] } : each,
  );
  return withPolicy(pack, { procedures });
}
