import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';

/** Every published edition and reading, the newest first. */
export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: () => answered(api.GET('/api/policies')),
});

/** Which reading of its edition this one is; null until that is known. */
export function useReadingNo(): (edition: string) => number | null {
  const { data } = useQuery(policiesQuery);
  return (edition) => data?.policies.find((known) => known.edition === edition)?.reading ?? null;
}
