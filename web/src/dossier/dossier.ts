import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';

export type Dossier = Schema<'Dossier'>;
export type Clock = Schema<'ClockView'>;
/** A dossier of any kind, as far as its days go. */
export type Timed = Pick<Dossier, 'clocks' | 'policy'> & { readonly row: Pick<Dossier['row'], 'light' | 'closedOn'> };

/** A dossier as this person sees it; asked for again each half minute while it is open, so that colleagues see each other. */
export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['problem', id],
    queryFn: () => answered(api.GET('/api/problems/{id}', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });
