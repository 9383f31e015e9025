import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { Entry } from './entry.ts';

/** The whole log of a dossier, oldest first. It grows by a page at a time and is never rewritten. */
export const recordQuery = (of: 'problem' | 'case', id: string) =>
  queryOptions({
    queryKey: [of, id, 'events'],
    queryFn: async () => {
      const entries: Entry[] = [];
      for (let after: number | null = 0; after !== null;) {
        const page: Page = await readPage(of, id, after);
        entries.push(...page.entries);
        after = page.next;
      }
      return entries;
    },
  });

type Page = { readonly entries: Entry[]; readonly next: number | null };

const readPage = (of: 'problem' | 'case', id: string, after: number): Promise<Page> =>
  answered(
    api.GET(of === 'case' ? '/api/cases/{id}/events' : '/api/problems/{id}/events', {
      params: { path: { id }, query: { after } },
    }),
  );
