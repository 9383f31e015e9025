import { withNotices } from '@bihuan/core/calendar-amendment';
import { readAnew, readingNo, withKinds, type Pack, type Policy } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { unitsUnder, type Succeeded } from '@bihuan/core/publication';
import { calendarOf, plainDate, type Calendar, type CalendarYear, type PlainDate } from '@bihuan/core/time';
import { CALENDARS, readCalendarYears, storedNotice } from './calendars/index.ts';
import { sm3 } from './sm3.ts';
import { calendarAmendments, type AmendmentRow } from './store/calendars.ts';
import type { Database } from './store/database/database.ts';
import { everyConfirmation, publishedEditions } from './store/policies.ts';
import { rulingsForAll, type RulingForAll } from './store/questions.ts';
import { Trouble } from './trouble.ts';

/** The law as it is read in this process: published editions, the units of the newest, the calendar in force. */
export type LawBook = {
  /** The law of an edition; with none given, of the one in force today. @throws NothingPublished */
  readonly law: (edition?: string) => Law;
  /** Reads the tables again: something was published or applied. */
  readonly renew: () => Promise<void>;
};

/** The installation has no edition of a plan yet, or not this one. */
export class NothingPublished extends Trouble {
  constructor(edition?: string) {
    super(
      edition === undefined
        ? '还没有发布任何方案 / no edition of a plan has been published'
        : `没有发布过 ${edition} / this edition was never published`,
      'npm run bihuan -- policy publish policies/<county>/<date>',
    );
    this.name = 'NothingPublished';
  }
}

type Source = {
  readonly db: Database;
  readonly region: string;
  readonly today: () => PlainDate;
  readonly calendars?: string;
  /** What the office lets pass between a paper’s day and its entry. */
  readonly daysApart?: number;
};

/** Opens the book and reads it once. `calendars`: folder of the notices that come with the program. */
export async function openLawBook(source: Source): Promise<LawBook> {
  let book = await read(source);
  return {
    law: (edition) => book(edition),
    renew: async () => {
      book = await read(source);
    },
  };
}

type Edition = { readonly edition: string; readonly inForceFrom: PlainDate; readonly pack: Pack };

async function read({ db, region, today, calendars = CALENDARS, daysApart }: Source): Promise<LawBook['law']> {
  const [rows, amendments, confirmed, ruled] = await Promise.all([
    publishedEditions(db, region),
    calendarAmendments(db, region),
    everyConfirmation(db, region),
    rulingsForAll(db, region),
  ]);
  const editions = rows.map(({ edition, in_force_from: from, pack }): Edition => ({
    edition,
    inForceFrom: plainDate(from),
    pack: asConfirmed(
      asOneWithKinds(JSON.parse(pack) as Pack), // what `publishPolicy` wrote, and the table is append-only
      confirmed.filter((row) => row.edition === edition).map((row) => row.ruling),
    ),
  }));
  const succeeded = rows.flatMap(successorsOf);
  const byJurisdictions = remembered((key) => calendarInForce(calendars, key.split(' '), amendments));
  const laws = remembered((key) => {
    const [edition, present] = key.split(' ').map((name) => editions.find((each) => each.edition === name));
    if (!edition || !present) throw new NothingPublished(key);
    const { policy } = edition.pack;
    const calendar = byJurisdictions(policy.calendars.join(' '));
    const answers = answersUnder(policy, editions, ruled);
    const office = daysApart === undefined ? {} : { daysApart };
    return { policy, units: unitsUnder(present.pack.units, succeeded), calendar, digest: sm3, answers, ...office };
  });
  return (edition) => {
    const day = today();
    const present = editions.find((each) => each.inForceFrom <= day);
    const asked = edition ?? present?.edition;
    if (!present || asked === undefined || !editions.some((each) => each.edition === asked))
      throw new NothingPublished(edition);
    return laws(`${asked} ${present.edition}`);
  };
}

/** Who takes over from units that an edition drops, as its row has it. */
export const successorsOf = ({ successors }: { readonly successors: string }): readonly Succeeded[] =>
  JSON.parse(successors) as readonly Succeeded[]; // what `publishPolicy` wrote, and the table is append-only

/**
 * What was ruled for the whole edition, under this reading of it or under one before: a later reading that leaves the same point
 * open goes by the same ruling.
 */
function answersUnder(policy: Policy, editions: readonly Edition[], ruled: readonly RulingForAll[]): Law['answers'] {
  const readings = editions
    .map(({ pack }) => pack.policy)
    .filter((other) => other.edition === policy.edition || readAnew(other, policy))
    .toSorted((one, other) => readingNo(one) - readingNo(other));
  const made = readings.flatMap(({ edition }) => ruled.filter((row) => row.policy === edition));
  return Object.fromEntries(made.map(({ key, ruling }) => [key, ruling]));
}

/** An edition that was published before a plan could say its kinds runs on as it did. */
const asOneWithKinds = (pack: Pack): Pack => ({ ...pack, policy: withKinds(pack.policy) });

/** The pack with the rulings that people have confirmed since: whoever explains a route says so. */
function asConfirmed(pack: Pack, confirmed: readonly string[]): Pack {
  const rulings = pack.policy.rulings.map((ruling) =>
    confirmed.includes(ruling.id) ? { ...ruling, status: 'confirmed' as const } : ruling,
  );
  return { ...pack, policy: { ...pack.policy, rulings } };
}

/** The notices of the files with the applied ones put in their places, oldest first. */
export function yearsInForce(
  folder: string,
  jurisdictions: readonly string[],
  amendments: readonly AmendmentRow[],
): readonly CalendarYear[] {
  const files = readCalendarYears(folder, jurisdictions);
  return amendments
    .filter((row) => jurisdictions.includes(row.jurisdiction))
    .reduce((years, { no, yaml }) => withNotices(years, storedNotice(yaml, `calendar_amendment ${no}`)), files);
}

function calendarInForce(
  folder: string,
  jurisdictions: readonly string[],
  amendments: readonly AmendmentRow[],
): Calendar {
  return calendarOf(yearsInForce(folder, jurisdictions, amendments));
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
