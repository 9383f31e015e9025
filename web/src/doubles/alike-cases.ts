import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';

export type AlikePair = Schema<'AlikePairs'>['pairs'][number];
export type AlikeSide = AlikePair['one'];

/** Dossiers that look like this one; of a gathering, pairs among what it gathers. */
export const alikeQuery = (id: string) =>
  queryOptions({
    queryKey: ['alike-cases', id],
    queryFn: () => answered(api.GET('/api/cases/{id}/alike', { params: { path: { id } } })),
  });
