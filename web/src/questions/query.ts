import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';

/** What plans leave open, and what was ruled on it. */
export const questionsQuery = queryOptions({
  queryKey: ['questions'],
  queryFn: () => answered(api.GET('/api/questions')),
});
