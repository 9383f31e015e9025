import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api, type Schema } from '../api/client.ts';

/** What bringing one dossier over would mean. */
export type ImpactLine = Schema<'ReadingImpactLine'>;

/** 有变化、没有变化、不能改用. */
export type Weight = 'changes' | 'same' | 'misfit';

/** Whether a line means anything beside the other reading. */
export function weightOf({ misfits, clocks, reopened, begun, settled, asked, otherwise, needed }: ImpactLine): Weight {
  if (misfits.length > 0) return 'misfit';
  const changes = [clocks, reopened, begun, settled, asked, otherwise, needed].some((list) => list.length > 0);
  return changes ? 'changes' : 'same';
}

/** The whole list, fetched page by page: what is there is shown while the rest is still looked at. */
export function useImpact(edition: string) {
  const found = useInfiniteQuery({
    queryKey: ['impact', edition],
    initialPageParam: '',
    queryFn: ({ pageParam: after }) => {
      const params = { path: { edition }, query: after === '' ? {} : { after } };
      return answered(api.GET('/api/policies/{edition}/impact', { params }));
    },
    getNextPageParam: ({ next }) => next,
  });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = found;
  const goesOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return { found, lines: found.data?.pages.flatMap((page) => page.lines) ?? [] };
}
