import { factsMissing, type Obstacle } from '../access/obstacle.ts';
import { choose, type Facts, type ProcedureId, type Route } from '../policy/index.ts';
import { procedureOf, type Law } from './law.ts';

/** The route the facts choose, with the ruling that decided; or what stands in the way of choosing. */
export type Chosen = { readonly route: Route; readonly ruling: string | null } | { readonly obstacle: Obstacle };

/** Chooses a procedure's route under this law, as an answer that the guard can show. */
export function chooseRoute(run: ProcedureId, facts: Facts, law: Law): Chosen {
  const choice = choose(procedureOf(law, run), facts, law.policy.rulings);
  switch (choice.outcome) {
    case 'route':
      return { route: choice.route, ruling: choice.ruling };
    case 'unknown':
      return { obstacle: factsMissing(choice.missing, law.policy) };
    case 'none':
      return { obstacle: { code: 'no-route', procedure: run } };
    case 'ambiguous':
      return { obstacle: { code: 'route-ambiguous', procedure: run, routes: choice.routes.map((route) => route.id) } };
  }
}
