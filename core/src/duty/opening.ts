import type { Policy } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import { dossierId } from './identity.ts';
import { periodsOf, type Period, type Round, type RunningDuty } from './period.ts';
import type { Debt } from './owed.ts';

/** An edition as an installation has it: what it says, and the day on which it was published here. */
export type PublishedHere = { readonly policy: Policy; readonly publishedOn: PlainDate };

/**
 * Since when an installation keeps a duty: the day on which the first edition of an unbroken row that runs it was both
 * published here and in force. What ended before is not asked for afterwards; an outage after it is made up for.
 * @returns null when the edition in force today does not run it
 */
export function keptSince(duty: string, editions: readonly PublishedHere[], today: PlainDate): PlainDate | null {
  const past = editions
    .filter(({ policy }) => policy.inForceFrom <= today)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  const gap = past.findIndex(({ policy }) => !policy.duties.some(({ id, runs }) => id === duty && runs !== undefined));
  const row = gap < 0 ? past : past.slice(0, gap);
  const days = row.map(({ policy, publishedOn }) =>
    policy.inForceFrom > publishedOn ? policy.inForceFrom : publishedOn,
  );
  return days.toSorted()[0] ?? null;
}

/** Editions one after another; of several revisions of one, the later published stands after the earlier. */
const placeOf = ({ policy, publishedOn }: PublishedHere): string =>
  `${policy.inForceFrom} ${String(policy.revision?.no ?? 1).padStart(6, '0')} ${publishedOn}`;

/** What is to be opened, and whether that comes late: its window had begun on an earlier day on which it could have been opened. */
export type Opening = Period & { readonly openedLate: boolean };

/** What an installation knows of a duty when the calendar looks at it. */
export type Known = {
  readonly since: PlainDate;
  /** Ids of the periods that were opened. */
  readonly opened: ReadonlySet<string>;
  readonly rounds: readonly Round[];
};

/** A last day rolled back off days off lies before the end of its period by fewer days than this. */
const ROLLED_BACK = 31;

/**
 * Periods whose window is open today and that nobody has opened, the earliest first: after an outage all of them. What was
 * opened stays as it was, whoever holds which office since and whatever a newer edition says.
 */
export function periodsToOpen(duty: RunningDuty, today: PlainDate, known: Known, { calendar }: Law): Opening[] {
  const { since, opened, rounds } = known;
  const until = addDays(today, (duty.runs.opensBefore ?? 0) + ROLLED_BACK);
  return periodsOf(duty, since, until, calendar, rounds)
    .filter(({ id, opensOn }) => opensOn <= today && !opened.has(id))
    .map((period) => {
      const could = period.opensOn > since ? period.opensOn : since;
      // a round is open from its first day even where it was ordered later: nobody was late then
      return { ...period, openedLate: duty.runs.every.every !== 'order' && could < today };
    });
}

/** The id of the return of one debt in one period. */
export function returnId({ region }: Policy, duty: string, period: string, debt: Debt, { digest }: Law): string {
  const { unit, field, about } = debt;
  return dossierId({ region, duty, period, unit, field, about }, digest);
}

/** The id of the dossier that gathers the returns of a period. */
export const gatheringId = ({ region }: Policy, duty: string, period: string, { digest }: Law): string =>
  dossierId({ region, duty, period }, digest);

/** The id of a duty's own book: what was ordered, opened and reminded. */
export const bookId = ({ region }: Policy, duty: string, { digest }: Law): string =>
  dossierId({ region, duty }, digest);
