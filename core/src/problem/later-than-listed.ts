import type { PlainDate } from '../time/index.ts';
import type { Problem } from './problem.ts';

/** Where the plan sets a later day than the list under which the problem was reported: both days; null where it does not. */
export function laterThanListed({
  basics,
  plan,
}: Pick<Problem, 'basics' | 'plan'>): { readonly listed: PlainDate; readonly planned: PlainDate | null } | null {
  const listed = basics.deadline?.date ?? null;
  if (listed === null || plan === null) return null;
  const { date, longTerm } = plan.deadline;
  if (date === null) return longTerm ? { listed, planned: null } : null;
  return date > listed ? { listed, planned: date } : null;
}
