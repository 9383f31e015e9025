import type { Limit } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { club } from './law.ts';

/** The club's law with one limit otherwise (`*`: every limit), on one route or on all that have it. */
export function lawWhere(id: string, change: { readonly [K in keyof Limit]?: Limit[K] | undefined }, on?: string): Law {
  const procedures = club.policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => ({
        ...step,
        limits: step.limits.map((limit) =>
          (id === '*' || limit.id === id) && (on === undefined || route.id === on) ? { ...limit, ...change } : limit,
        ),
      })),
    })),
  }));
  return { ...club, policy: { ...club.policy, procedures } };
}
