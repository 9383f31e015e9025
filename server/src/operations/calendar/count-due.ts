import {
  dueOf,
  markText,
  provisionalText,
  termText,
  whyText,
  yearsNotKept,
  type Calendar,
  type CountedDay,
  type Due,
  type PlainDate,
  type Term,
} from '@bihuan/core/time';
import type { Services } from '../../services.ts';

/** Why a question has no answer: over ten years, or in years whose notices are not kept. `first`: the first year that is. */
export type NotCounted = { readonly why: 'too-long' } | { readonly why: 'too-early'; readonly first: number };

type Counted = { readonly view: ReturnType<typeof viewOf> } | { readonly not: NotCounted };

/** When a term ends and how that was counted. */
export function countDue({ law }: Services, from: PlainDate, term: Term): Counted {
  const { calendar } = law();
  const due = dueIfAny(from, term, calendar);
  if (due === null) return { not: { why: 'too-long' } };
  if (yearsNotKept(due, calendar).length > 0)
    return { not: { why: 'too-early', first: Math.min(...calendar.published) } };
  return { view: viewOf(due) };
}

function dueIfAny(from: PlainDate, term: Term, calendar: Calendar): Due | null {
  try {
    return dueOf(from, term, calendar);
  } catch (error) {
    if (error instanceof RangeError) return null; // lengths that are no lengths have been refused before
    throw error;
  }
}

function viewOf(due: Due) {
  const { due: ends, provisional, awaiting, rolledFrom, calendar, start: from, term } = due;
  return {
    due: ends,
    provisional,
    awaiting,
    rolledFrom,
    calendar,
    from,
    term: inBoth((language) => termText(term, language)),
    why: inBoth((language) => provisionalText(due, language)),
    days: due.days.map((day) => dayView(day, due)),
  };
}

function dayView(day: CountedDay, due: Due) {
  const { date, counted, why } = day;
  return {
    date,
    counted,
    working: ['working', 'make-up', 'local-working'].includes(why.kind),
    why: inBoth((language) => whyText(why, language)),
    mark: inBoth((language) => markText(day, due, language)),
  };
}

/** What is said, in both languages. */
export const inBoth = (say: (language: 'zh' | 'en') => string) => ({ zh: say('zh'), en: say('en') });
