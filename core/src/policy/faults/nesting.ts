import { between, dueOf, localTime, plainDate, type Calendar, type PlainDate, type Term } from '../../time/index.ts';
import type { TermSpec } from '../model.ts';
import { limitFault, placedLimits, type Placed } from './limits.ts';
import type { Finder, Found } from './survey.ts';

/** An inner limit that may fall due after the outer one: by `within`, or an earlier step against a later one from the same start. */
export const innerLimits: Finder = (survey) => {
  const placed = placedLimits(survey);
  return placed.flatMap((inner) => {
    const around = placed.filter((other) => other !== inner && sameRoute(inner, other));
    const outer = around.find((other) => other.limit.id === inner.limit.within);
    if (inner.limit.within !== undefined && !outer) return [astray(inner, inner.limit.within)];
    const later = around.filter(
      (other) => other !== outer && other.limit.from === inner.limit.from && comesLater(other, inner),
    );
    return [outer, ...later].flatMap((other) => (other ? compared(inner, other, survey.calendar) : []));
  });
};

const sameRoute = (one: Placed, other: Placed): boolean =>
  one.stand ? one.stand.road === other.stand?.road : other.stand === null && one.about[0] === other.about[0];

const comesLater = (one: Placed, other: Placed): boolean =>
  one.stand !== null && other.stand !== null && one.stand.at > other.stand.at;

function astray(inner: Placed, outer: string): Found {
  return limitFault('inner-limit-later', inner, {
    zh: `“${inner.limit.title.zh}”嵌在“${outer}”之内，而同一路径上没有这个期限`,
    en: `"${inner.limit.id}" is nested in "${outer}", which is no limit of the same route`,
  });
}

function compared(inner: Placed, outer: Placed, calendar: Calendar | null): readonly Found[] {
  const start = laterFrom(inner.limit.term, outer.limit.term, calendar);
  if (start === null) return [];
  const when =
    start === 'always' ? { zh: '', en: '' } : { zh: `（如自${start}起算）`, en: ` (from ${start}, for one)` };
  const fault = limitFault('inner-limit-later', inner, {
    zh: `“${inner.limit.title.zh}”比其后的“${outer.limit.title.zh}”到期更晚${when.zh}`,
    en: `"${inner.limit.id}" falls due after "${outer.limit.id}", which it must come before${when.en}`,
  });
  return [
    {
      ...fault,
      clauses: [...new Set([inner.limit.clause, outer.limit.clause])],
      about: [...new Set([...inner.about, outer.limit.id])],
    },
  ];
}

/** A start day from which the inner term ends after the outer one; null when there is none to be found. */
function laterFrom(inner: TermSpec, outer: TermSpec, calendar: Calendar | null): PlainDate | 'always' | null {
  if (inner.count === 'plan-date' || outer.count === 'plan-date') return null;
  const lengths = alike(inner, outer);
  if (lengths) return lengths[0] > lengths[1] ? 'always' : null;
  if (!calendar) return null;
  return startDays(calendar).find((day) => ends(day, inner, calendar) > ends(day, outer, calendar)) ?? null;
}

/** Lengths of two terms that are counted alike, so that the longer number is the later day whatever the calendar. */
function alike(inner: Term, outer: Term): readonly [number, number] | null {
  const [a, b] = [lengthOf(inner), lengthOf(outer)];
  return a !== null && b !== null && a.how === b.how ? [a.length, b.length] : null;
}

function lengthOf(term: Term): { readonly how: string; readonly length: number } | null {
  switch (term.count) {
    case 'working':
    case 'natural':
      return { how: `${term.count} ${term.startCounted} ${term.roll}`, length: term.days };
    case 'months':
      return { how: `months ${term.startCounted} ${term.roll}`, length: term.months };
    case 'hours':
      return { how: 'hours', length: term.hours };
    default:
      return null;
  }
}

/** Every day of the years whose notices are published: holidays fall differently in each. */
function startDays({ published }: Calendar): readonly PlainDate[] {
  return [...published]
    .toSorted((a, b) => a - b)
    .flatMap((year) => between(plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)));
}

function ends(day: PlainDate, term: Term, calendar: Calendar): PlainDate {
  return dueOf(term.count === 'hours' ? localTime(`${day}T00:00`) : day, term, calendar).due;
}
