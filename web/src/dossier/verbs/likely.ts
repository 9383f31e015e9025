import { answered, api } from '../../api/client.ts';
import type { LikelyOf } from '../../doubles/likely.ts';

/** Problems of the register that probably are the same as this one. */
export const likelyProblems: LikelyOf = (id) => ({
  queryKey: ['alike-of', id],
  queryFn: async () => {
    const { rows } = await answered(api.GET('/api/problems/{id}/alike', { params: { path: { id } } }));
    return rows.map(({ row, because }) => ({ dossier: row.id, number: row.number, title: row.title, because }));
  },
});
