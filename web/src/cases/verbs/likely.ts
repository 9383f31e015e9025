import { answered, api } from '../../api/client.ts';
import type { LikelyOf } from '../../doubles/likely.ts';

/** Dossiers of its kind that probably are the same as this one. */
export const likelyCases: LikelyOf = (id) => ({
  queryKey: ['alike-of', id],
  queryFn: async () => {
    const { pairs } = await answered(api.GET('/api/cases/{id}/alike', { params: { path: { id } } }));
    return pairs.map(({ other: { dossier, number, title }, because }) => ({ dossier, number, title, because }));
  },
});
