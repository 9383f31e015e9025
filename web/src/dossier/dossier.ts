import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';
import { kindOf, type Kind } from '../kinds/kind.ts';

/** A problem as this person sees it, with the kind that its edition has of it. */
export type Dossier = Omit<Schema<'Dossier'>, 'kind'> & { readonly kind: Kind };
export type Clock = Schema<'ClockView'>;
/** A dossier of any kind, as far as its days go. */
export type Timed = Pick<Dossier, 'clocks' | 'policy'> & { readonly row: Pick<Dossier['row'], 'light' | 'closedOn'> };

/** A dossier as this person sees it; asked for again each half minute while it is open, so that colleagues see each other. */
export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['problem', id],
    queryFn: () => readDossier(id),
    refetchInterval: 30_000,
  });

async function readDossier(id: string): Promise<Dossier> {
  const { kind, ...rest } = await answered(api.GET('/api/problems/{id}', { params: { path: { id } } }));
  return { ...rest, kind: kindOf(kind) };
}
