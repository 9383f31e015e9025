import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';

export type Route = Schema<'RouteExplained'>;
/** Told from a route by having no steps. */
export type NoRoute = Omit<Schema<'NoRoute'>, 'id'>;
type Whole = Schema<'Explanation'>;

/** Why a problem goes the way it goes: what `explain` of the plan answers for its facts. */
export type Explanation = Omit<Whole, 'plan' | 'acceptance'> & {
  readonly plan: Route | NoRoute;
  readonly acceptance: Route | NoRoute;
};
export type Ruling = NonNullable<Route['ruling']>;
export type NotTaken = Route['losing'][number];
export type Step = Route['steps'][number];
export type Change = Whole['wouldChange'][number];

/** The explanation of one dossier, by the edition it entered under. */
export const explanationQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['problem', id, 'route', version],
    staleTime: Infinity,
    queryFn: () => answered(api.GET('/api/problems/{id}/route', { params: { path: { id } } })),
  });
