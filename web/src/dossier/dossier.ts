import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';

export type Dossier = Schema<'Dossier'>;
export type Offer = Schema<'Offer'>;
export type Clock = Schema<'ClockView'>;

/** A dossier as this person sees it; asked for again each half minute while it is open, so that colleagues see each other. */
export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['problem', id],
    queryFn: () => answered(api.GET('/api/problems/{id}', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });

/** The whole log of a dossier, oldest first. It grows by a page at a time and is never rewritten. */
export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['problem', id, 'events'],
    queryFn: async () => {
      const entries: Schema<'TimelineEntry'>[] = [];
      for (let after: number | null = 0; after !== null;) {
        const page: { entries: Schema<'TimelineEntry'>[]; next: number | null } = await answered(
          api.GET('/api/problems/{id}/events', { params: { path: { id }, query: { after } } }),
        );
        entries.push(...page.entries);
        after = page.next;
      }
      return entries;
    },
  });
