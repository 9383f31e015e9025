import { useQuery } from '@tanstack/react-query';
import { readKinds, type Kind } from '../api/case-contract.ts';

const NONE: readonly Kind[] = [];

/** Sorts of dossiers that this person may read or open under the edition in force; they change with an edition or a posting. */
export function useKinds(): { readonly kinds: readonly Kind[]; readonly known: boolean } {
  const { data } = useQuery({
    queryKey: ['kinds'],
    staleTime: 300_000,
    queryFn: readKinds,
  });
  return { kinds: data?.kinds ?? NONE, known: data !== undefined };
}
