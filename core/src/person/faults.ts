import { isTelephone, unitName, type InputFault } from '../access/index.ts';
import type { Unit } from '../policy/index.ts';
import { addDays } from '../time/index.ts';
import type { PersonAsk, PostingAsk } from './command.ts';
import type { HeldPost, Person } from './person.ts';

/** What user names are made of: letters of any script, digits, `_`, `.`, `-`. */
export const USERNAME = /^[\p{L}\p{N}_.-]{2,30}$/u;

/** What is wrong with the fields of an ask, given the person and the units of the plan. */
export function personFaults(ask: PersonAsk, person: Person, units: readonly Unit[]): InputFault[] {
  switch (ask.type) {
    case 'AddPerson':
      return [
        ...nameFaults(ask.name),
        ...phoneFaults(ask.phone ?? null),
        ...(USERNAME.test(ask.username) ? [] : [{ field: 'username', code: 'malformed' } as const]),
        ...(ask.unit === null || units.some((unit) => unit.id === ask.unit)
          ? []
          : [{ field: 'unit', code: 'unknown' } as const]),
        ...ask.postings.flatMap((posting, at) => postingFaults(`postings.${at}.`, posting, [], units)),
      ];
    case 'CorrectPerson':
      return [
        ...nameFaults(ask.name),
        ...phoneFaults(ask.phone),
        // whoever reads the old name in a record wants to know why it is another now
        ...(ask.name.trim() !== person.name && ask.reason.trim() === ''
          ? [{ field: 'reason', code: 'required' } as const]
          : []),
      ];
    case 'HoldPost':
      return postingFaults('', ask.posting, person.postings, units);
    case 'LeavePost': {
      const held = person.postings.find((posting) => posting.id === ask.posting);
      return held && ask.until < held.from ? [{ field: 'until', code: 'not-earlier', bound: held.from }] : [];
    }
    default:
      return [];
  }
}

function nameFaults(name: string): InputFault[] {
  if (name.trim() === '') return [{ field: 'name', code: 'required' }];
  return name.length > 40 ? [{ field: 'name', code: 'too-long', bound: '40' }] : [];
}

const LONGEST_PHONE = 60;

function phoneFaults(phone: string | null): InputFault[] {
  if (phone === null) return [];
  if (phone.length > LONGEST_PHONE) return [{ field: 'phone', code: 'too-long', bound: String(LONGEST_PHONE) }];
  return isTelephone(phone) ? [] : [{ field: 'phone', code: 'no-telephone' }];
}

function postingFaults(
  at: string,
  posting: PostingAsk,
  held: readonly HeldPost[],
  units: readonly Unit[],
): InputFault[] {
  const unit = units.find((candidate) => candidate.id === posting.unit);
  // what a unit outside does is recorded for it; nobody signs in from there
  if (!unit || unit.external) return [{ field: `${at}unit`, code: 'unknown' }];
  if (!unit.posts.includes(posting.post)) return [{ field: `${at}post`, code: 'unknown' }];
  if (posting.until !== null && posting.until <= posting.from)
    return [{ field: `${at}until`, code: 'not-earlier', bound: addDays(posting.from, 1) }];
  const twice = held.find(
    (other) => other.unit === posting.unit && other.post === posting.post && overlap(other, posting),
  );
  return twice ? [{ field: `${at}from`, code: 'overlaps', bound: daysOf(twice) }] : [];
}

/** From when until when somebody holds a post, its last day included: `2030-01-01—2030-06-30`, and `2030-01-01—` without an end. */
const daysOf = ({ unitName: name, from, until }: HeldPost): string =>
  `${name} ${from}—${until === null ? '' : addDays(until, -1)}`;

function overlap(a: Pick<HeldPost, 'from' | 'until'>, b: Pick<HeldPost, 'from' | 'until'>): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

/** The posting with its unit's name of the day, so that the record reads without the pack. */
export const named = (posting: PostingAsk, units: readonly Unit[]): HeldPost => ({
  ...posting,
  unitName: unitName(units, posting.unit, posting.from),
});
