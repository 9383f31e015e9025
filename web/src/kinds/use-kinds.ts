import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { kindOf, type Kind } from './kind.ts';

const NONE: readonly Kind[] = [];

/** Sorts of dossiers that this person may read or open under the edition in force; they change with an edition or a posting. */
export function useKinds(): { readonly kinds: readonly Kind[]; readonly known: boolean } {
  const { data } = useQuery({
    queryKey: ['kinds'],
    staleTime: 300_000,
    queryFn: async () => (await answered(api.GET('/api/kinds'))).kinds.map(kindOf),
  });
  return { kinds: data ?? NONE, known: data !== undefined };
}

/** The kind of the plan that a problem is; absent where the plan has none, or until it is known. */
export const useProblemKind = (): Kind | undefined => useKinds().kinds.find(({ is }) => is === 'problem');
