import { readerTokens, type Actor } from '@bihuan/core/access';
import {
  periodsOf,
  runningDuties,
  stateOf,
  type BookedPeriod,
  type DutyBook,
  type RunningDuty,
} from '@bihuan/core/duty';
import { eachOf, kindOf, withSucceeded } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { addDays, plainDate, type PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { countReturns, gatheringsAt, returnsOfUnits, type PeriodCount, type ReturnLine } from '../../store/duties.ts';
import { booksOf } from './books.ts';
import { seenBy, sees } from './seen.ts';

/** How many periods of a duty its page shows, the newest first. */
const PERIODS = 6;

/** The duties in force that concern this person, each with its latest periods and how far they are. */
export async function readDuties(services: Services, by: Actor) {
  const { today } = services;
  const law = services.law();
  const tokens = readerTokens(by, law, today());
  const duties = runningDuties(law.policy.duties)
    .map((duty) => ({ duty, seen: seenBy(duty, by, tokens, law, today()) }))
    .filter(({ seen }) => sees(seen));
  const books = await booksOf(
    services,
    law,
    duties.map(({ duty }) => duty.id),
  );
  const shown = duties.map(({ duty, seen }) => ({ duty, seen, book: books.get(duty.id)!.book }));
  const facts = await factsOf(
    services,
    by,
    tokens,
    shown.map(({ duty, book }) => ({ duty: duty.id, periods: latest(book) })),
  );
  return {
    today: today(),
    duties: shown.map(({ duty, seen, book }) => ({
      ...dutyView(duty, law),
      ...seen,
      periods: latest(book).map((period) => periodView(duty.id, period, book, facts, today())),
      next: nextOf(duty, book, law, today()),
    })),
  };
}

const latest = ({ periods }: DutyBook): BookedPeriod[] =>
  periods.toSorted((a, b) => (a.first < b.first ? 1 : a.first > b.first ? -1 : a.id < b.id ? 1 : -1)).slice(0, PERIODS);

/** What a page says of a duty itself, in the words of its edition. */
export function dutyView(duty: RunningDuty, { policy }: Law) {
  const { id, title, clause, ruling, by, runs } = duty;
  const named = (kind: string | undefined) => {
    const known = kind === undefined ? null : kindOf(policy, kind);
    return known && { id: known.id, title: known.title };
  };
  const { every, due, nil, opensBefore, reminds, covers } = runs;
  const each = eachOf(runs, policy);
  return {
    id,
    title,
    clause,
    ruling: ruling ?? null,
    by: by.map(
      (role) => policy.roles?.find((known) => known.id === role)?.label ?? partTitle(policy, role) ?? { zh: role },
    ),
    files: named(runs.files) ?? { id: runs.files, title },
    gathers: named(runs.gathers),
    every: every.every,
    days: every.every === 'yearly' ? every.days : [],
    due: {
      on: due.on,
      ...(due.on === 'after' ? { count: due.count, days: due.days } : {}),
      ...(due.on === 'day' ? { inclusive: due.inclusive } : {}),
    },
    opensBefore: opensBefore ?? null,
    reminds: reminds ?? null,
    forEach: each && { own: runs.forEach === 'field', title: each.label },
    nil,
    sample:
      covers === 'all'
        ? null
        : { share: covers.sample, atLeast: covers.atLeast, of: kindOf(policy, covers.of)?.title ?? { zh: covers.of } },
  };
}

const partTitle = ({ caseRoles }: Law['policy'], role: string) => caseRoles.find(({ id }) => id === role)?.label;

/** What the database knows of the periods shown. */
export type PeriodFacts = {
  readonly counts: readonly PeriodCount[];
  readonly mine: readonly ReturnLine[];
  readonly gatherings: Awaited<ReturnType<typeof gatheringsAt>>;
};

/** Figures, the person's own returns and the gatherings of these periods. */
export async function factsOf(
  { db, region, today, law }: Services,
  by: Actor,
  tokens: readonly string[],
  shown: readonly { readonly duty: string; readonly periods: readonly BookedPeriod[] }[],
): Promise<PeriodFacts> {
  const periods = shown.flatMap(({ duty, periods: own }) => own.map(({ id }) => ({ duty, period: id })));
  const gathered = shown.flatMap(({ periods: own }) => own.flatMap(({ gathering }) => gathering ?? []));
  const posted = [...new Set(by.postings.map(({ unit }) => unit))];
  const units = withSucceeded(law().units, posted, today());
  const [counts, mine, gatherings] = await Promise.all([
    countReturns(db, { region, today: today(), seats: tokens }, periods),
    returnsOfUnits(db, region, units, periods, tokens),
    gatheringsAt(db, region, gathered, tokens),
  ]);
  return { counts, mine, gatherings };
}

/** A period as pages show it: its days, what is owed and filed, what of it is the person's own. */
export function periodView(duty: string, period: BookedPeriod, book: DutyBook, facts: PeriodFacts, today: PlainDate) {
  const { id, first, last, due, openedOn, openedLate, size, opening, policy, remindsOn, remindedOn } = period;
  const here = <T extends { readonly duty: string; readonly period: string }>(each: T) =>
    each.duty === duty && each.period === id;
  const count = facts.counts.find(here);
  const gathering = facts.gatherings.find((each) => each.id === period.gathering);
  return {
    id,
    first,
    last,
    due,
    openedOn,
    openedLate,
    size,
    policy,
    remindsOn,
    remindedOn,
    text: book.rounds.find((round) => round.id === id)?.text ?? null,
    opening: opening !== null,
    counts: countView(count),
    mine: facts.mine.filter(here).map((row) => mineView(row, today)),
    gathering: gathering
      ? { id: gathering.id, number: gathering.number, title: gathering.title, frozenOn: gathering.frozen_on }
      : null,
    drawn: period.draw?.drawn.length ?? null,
  };
}

function countView(count: PeriodCount | undefined) {
  const { owed = 0, filed = 0, nil = 0, late = 0, confirming = 0, returned = 0, missing = 0 } = count ?? {};
  const open = owed - filed - confirming - returned - missing;
  return { owed, filed, nil, late, confirming, returned, missing, open };
}

function mineView(row: ReturnLine, today: PlainDate) {
  const { id, number, title, what, unit_name: unitName, corrects, nil } = row;
  return { dossier: id, number, title, what, unitName, corrects, nil, state: stateOf(filingIn(row), today) };
}

/** What a line says of how its return stands. A correction is late for nothing. */
export const filingIn = (row: ReturnLine) => ({
  due: plainDate(row.corrects === null ? row.due : (row.filed_on ?? NEVER)),
  filedOn: row.filed_on === null ? null : plainDate(row.filed_on),
  confirmed: row.confirmed,
  nil: row.nil,
  returned: row.returned,
  withdrawn: row.withdrawn,
});

/** Later than any day. */
const NEVER = '9999-12-31';

/** The period that opens next; null where nothing is known of the next one, as of a round that nobody has ordered. */
function nextOf(duty: RunningDuty, { periods, rounds }: DutyBook, { calendar }: Law, today: PlainDate) {
  const opened = new Set(periods.map(({ id }) => id));
  const coming = periodsOf(duty, today, addDays(today, 400), calendar, rounds);
  const next = coming.find(({ id, opensOn }) => opensOn > today && !opened.has(id));
  if (!next) return null;
  const { id, first, last, opensOn, due } = next;
  return { id, first, last, opensOn, due: due.due, provisional: due.provisional };
}
