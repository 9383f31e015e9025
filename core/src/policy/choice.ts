import { evaluate } from './condition.ts';
import type { Facts, Procedure, Route, Ruling } from './model.ts';

/** Which route the facts choose. `ruling` is the one that chose among several, or that supplied the route. */
export type Choice =
  | {
      readonly outcome: 'route';
      readonly route: Route;
      readonly ruling: string | null;
      readonly losing: readonly Route[];
    }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'ambiguous'; readonly routes: readonly Route[] }
  | { readonly outcome: 'unknown'; readonly missing: readonly string[] };

/** Routes whose condition holds of the facts. */
export function matching(procedure: Procedure, facts: Facts): Route[] {
  return procedure.routes.filter((route) => evaluate(route.when, facts).holds === 'yes');
}

/** The route for these facts. Where several match, only a ruling that ranks them all decides; nothing is guessed. */
export function choose(procedure: Procedure, facts: Facts, rulings: readonly Ruling[]): Choice {
  const open = procedure.routes
    .map((route) => evaluate(route.when, facts))
    .filter((verdict) => verdict.holds === 'unknown');
  if (open.length > 0) return { outcome: 'unknown', missing: [...new Set(open.flatMap((verdict) => verdict.missing))] };

  const routes = matching(procedure, facts);
  const [only] = routes;
  if (!only) return { outcome: 'none' };
  if (routes.length === 1) return { outcome: 'route', route: only, ruling: only.ruling ?? null, losing: [] };
  const ruling = rulings.find((candidate) => routes.every((route) => candidate.prefers?.includes(route.id)));
  const winner = ruling?.prefers
    ?.map((id) => routes.find((route) => route.id === id))
    .find((route) => route !== undefined);
  if (!ruling || !winner) return { outcome: 'ambiguous', routes };
  return { outcome: 'route', route: winner, ruling: ruling.id, losing: routes.filter((route) => route !== winner) };
}
