import { between, dueOf, localTime, plainDate, type Calendar, type PlainDate, type Term } from '../../../time/index.ts';
import type { Policy, Route, TermSpec, Text } from '../../model.ts';
import { startText } from '../../wording.ts';
import { isFloor, limitFault, placedLimits, type Placed } from './placed.ts';
import { starts } from './starting.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';
import { startOf, startsAfter, waysTo } from './tied.ts';

/** An inner limit that may fall due after the outer one: by `within`, or an earlier step against a later one. */
export const innerLimits: Finder = (survey) => {
  const placed = placedLimits(survey);
  const running = placed.filter((each) => starts(each, survey)); // one that never starts is a fault of its own
  const strays = placed.flatMap((inner) => {
    const { within } = inner.limit;
    const known = placed.some((other) => other !== inner && sameRoute(inner, other) && other.limit.id === within);
    return within === undefined || known ? [] : [astray(inner, within)];
  });
  const late = running.flatMap((inner) => {
    // a floor bounds nothing from above
    const around = running.filter((other) => other !== inner && !isFloor(other) && sameRoute(inner, other));
    const outer = around.find((other) => other.limit.id === inner.limit.within);
    const later = around.filter(
      (other) => other !== outer && comesLater(other, inner) && contradicts(inner, other, survey),
    );
    return [
      ...(outer ? nested(inner, outer, around, survey) : []),
      ...later.flatMap((other) => compared(inner, other, ways(inner, other, around, survey), survey.calendar)),
    ];
  });
  return [...strays, ...late];
};

const sameRoute = (one: Placed, other: Placed): boolean =>
  one.stand ? one.stand.road === other.stand?.road : other.stand === null && one.about[0] === other.about[0];

const comesLater = (one: Placed, other: Placed): boolean =>
  one.stand !== null && other.stand !== null && one.stand.at > other.stand.at;

// from an earlier event than the later step's limit it may well be over when that one starts
const contradicts = (inner: Placed, outer: Placed, survey: Survey): boolean =>
  startOf(inner) === startOf(outer) || startsAfter(inner, outer, survey) === true;

/** Without a limit on the way to its start, the inner one starts with the outer at the earliest. */
function ways(
  inner: Placed,
  outer: Placed,
  around: readonly Placed[],
  survey: Survey,
): readonly (readonly TermSpec[])[] {
  const tied = waysTo(inner, outer, around, survey);
  return tied.length > 0 ? tied : [[inner.limit.term]];
}

function astray(inner: Placed, outer: string): Found {
  return limitFault('inner-limit-later', pointing(inner, 'within'), {
    zh: `“${inner.limit.title.zh}”嵌在“${outer}”之内，而同一路径上没有这个期限`,
    en: `"${inner.limit.id}" is nested in "${outer}", which is no limit of the same route`,
  });
}

/** A limit that the pack says is nested must be so whenever its clock starts. */
function nested(inner: Placed, outer: Placed, around: readonly Placed[], survey: Survey): readonly Found[] {
  const {
    calendar,
    pack: { policy },
  } = survey;
  const tied = waysTo(inner, outer, around, survey);
  if (tied.length > 0) return compared(inner, outer, tied, calendar);
  const route = inner.stand?.road.route ?? null;
  const [own, start] = [startWords(inner, route, policy), startWords(outer, route, policy)];
  return [
    pairFault(inner, outer, {
      zh: `“${inner.limit.title.zh}”嵌在“${outer.limit.title.zh}”之内，但前者自“${own.zh}”起算，后者自“${start.zh}”起算，其间没有期限，可能到期更晚`,
      en: `"${inner.limit.id}" is nested in "${outer.limit.id}", but runs from "${own.en ?? own.zh}" and nothing limits the time since "${start.en ?? start.zh}": it may fall due later`,
    }),
  ];
}

const keyOf = ({ count }: TermSpec): string => (count === 'plan-date' ? 'planDate' : count);

const startWords = ({ limit: { from } }: Placed, route: Route | null, policy: Policy): Text =>
  from === null ? { zh: '' } : startText(from, route, policy);

function compared(
  inner: Placed,
  outer: Placed,
  tied: readonly (readonly TermSpec[])[],
  calendar: Calendar | null,
): readonly Found[] {
  // each way to its start holds, so that the earliest of them counts
  const firsts = tied.map((way) => laterFrom(way, outer.limit.term, calendar));
  const start = firsts.includes(null) ? null : (firsts.find((day) => day !== 'always') ?? firsts[0] ?? null);
  if (start === null) return [];
  const when =
    start === 'always' ? { zh: '', en: '' } : { zh: `（如自${start}起算）`, en: ` (from ${start}, for one)` };
  return [
    pairFault(inner, outer, {
      zh: `“${inner.limit.title.zh}”比其后的“${outer.limit.title.zh}”到期更晚${when.zh}`,
      en: `"${inner.limit.id}" falls due after "${outer.limit.id}", which it must come before${when.en}`,
    }),
  ];
}

const pointing = (placed: Placed, key: string): Placed => ({ ...placed, path: [...placed.path, key] });

/** Points at the number that is too long: its count is the key. */
const pairFault = (inner: Placed, outer: Placed, text: Found['text']): Found => ({
  ...limitFault('inner-limit-later', pointing(inner, keyOf(inner.limit.term)), text),
  clauses: [...new Set([inner.limit.clause, outer.limit.clause])],
  about: [...new Set([...inner.about, outer.limit.id])],
});

/** A start day from which the terms of the inner limit end after the outer one; null when there is none to be found. */
function laterFrom(
  inner: readonly TermSpec[],
  outer: TermSpec,
  calendar: Calendar | null,
): PlainDate | 'always' | null {
  const terms = inner.filter((term): term is Term => term.count !== 'plan-date');
  if (terms.length < inner.length || outer.count === 'plan-date') return null;
  const lengths = alike(terms, outer);
  if (lengths) return lengths[0] > lengths[1] ? 'always' : null;
  if (!calendar) return null;
  const last = (day: PlainDate) => terms.reduce((from, term) => ends(from, term, calendar), day);
  return startDays(calendar).find((day) => last(day) > ends(day, outer, calendar)) ?? null;
}

/** Lengths of terms that are counted alike, so that the longer number is the later day whatever the calendar. */
function alike(inner: readonly Term[], outer: Term): readonly [number, number] | null {
  const [bound, ...each] = [outer, ...inner].map(lengthOf);
  if (!bound || each.some((one) => one?.how !== bound.how)) return null;
  if (each.length > 1 && !bound.adds) return null;
  return [each.reduce((sum, one) => sum + (one?.length ?? 0), 0), bound.length];
}

/** `adds`: two such terms one after another are as long as their sum. */
function lengthOf(term: Term): { readonly how: string; readonly length: number; readonly adds: boolean } | null {
  switch (term.count) {
    case 'working':
    case 'natural':
      return {
        how: `${term.count} ${term.startCounted} ${term.roll}`,
        length: term.days,
        adds: !term.startCounted && term.roll === 'none',
      };
    case 'months':
      return { how: `months ${term.startCounted} ${term.roll}`, length: term.months, adds: false };
    case 'hours':
      return { how: 'hours', length: term.hours, adds: true };
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
