import type { Static } from 'typebox';
import type { InputFault } from '@bihuan/core/access';
import { plainDate, yearOf, type PlainDate, type Roll, type Term } from '@bihuan/core/time';
import type { DueAsk } from '../contract/calendar.ts';

type Asked = { readonly from: PlainDate; readonly term: Term } | { readonly faults: readonly InputFault[] };

/** The term in a question: exactly one length. Working days end on one by themselves; the others roll forward unless told not to (民法典203). */
export function termOf({ from, workdays, natural, months, startCounted = false, roll }: Static<typeof DueAsk>): Asked {
  const day = plainDate(from);
  if (yearOf(day) > 2100) return { faults: [{ field: 'from', code: 'malformed' }] };
  const lengths = [workdays, natural, months].filter((length) => length !== undefined);
  if (lengths.length !== 1)
    return { faults: [{ field: 'workdays', code: lengths.length === 0 ? 'required' : 'malformed' }] };
  const rolls = (usual: Roll) => ({ startCounted, roll: roll ?? usual });
  if (workdays !== undefined) return { from: day, term: { count: 'working', days: workdays, ...rolls('none') } };
  if (natural !== undefined) return { from: day, term: { count: 'natural', days: natural, ...rolls('forward') } };
  return { from: day, term: { count: 'months', months: months!, ...rolls('forward') } };
}
