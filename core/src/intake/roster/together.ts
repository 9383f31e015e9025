import { USERNAME } from '../../person/index.ts';
import { squeeze } from '../normalise.ts';
import type { Said } from '../said.ts';
import type { KnownPerson, RosterContext, RosterDoubt, RosterEntry, RosterSeat } from './roster.ts';
import type { Named } from './rows.ts';

/** One naming with its seats looked up. */
export type Read = {
  readonly named: Named;
  readonly seats: readonly RosterSeat[];
  readonly doubts: readonly RosterDoubt[];
  readonly notes: readonly Said[];
};

/** Namings taken for one person. */
type Group = {
  readonly name: string;
  readonly phone: string | null;
  readonly username: string;
  readonly rows: readonly number[];
  readonly seats: readonly RosterSeat[];
  readonly doubts: readonly RosterDoubt[];
  readonly notes: readonly Said[];
};

/**
 * Namings of one person taken together: the same name with the same telephone, or in the same unit without two telephones. Others
 * of that name may be another person: a person says so. So with those who are in already.
 */
export function together(read: readonly Read[], context: RosterContext): readonly RosterEntry[] {
  const groups: Group[] = [];
  for (const one of read) {
    const at = groups.findIndex((group) => samePerson(group, one));
    const before = groups[at];
    if (before === undefined) groups.push(groupOf(one));
    else groups.splice(at, 1, joined(before, groupOf(one)));
  }
  const taken = new Set(context.taken);
  return groups.map((group, at) => entryOf(group, at, groups, context, taken));
}

const groupOf = ({ named, ...rest }: Read): Group => ({
  ...rest,
  name: named.name,
  phone: named.phone,
  username: named.username,
  rows: [named.row],
});

const sameName = (a: string, b: string): boolean => squeeze(a) === squeeze(b);

function samePerson(group: Group, { named, seats }: Read): boolean {
  if (!sameName(group.name, named.name)) return false;
  if (group.phone !== null && named.phone !== null) return group.phone === named.phone;
  return seats.some(({ unit }) => unit !== null && group.seats.some((seat) => seat.unit === unit));
}

function joined(a: Group, b: Group): Group {
  const fresh = b.seats.filter(
    (seat) =>
      !a.seats.some((one) => one.unit === seat.unit && one.post === seat.post && one.writtenPost === seat.writtenPost),
  );
  return {
    name: a.name,
    phone: a.phone ?? b.phone,
    username: a.username === '' ? b.username : a.username,
    rows: [...new Set([...a.rows, ...b.rows])],
    seats: [...a.seats, ...fresh],
    doubts: [...new Set([...a.doubts, ...b.doubts])],
    notes: [...a.notes, ...b.notes],
  };
}

function entryOf(
  group: Group,
  at: number,
  groups: readonly Group[],
  { known, units }: RosterContext,
  taken: Set<string>,
): RosterEntry {
  const twins = groups.flatMap((other, place) => (place !== at && sameName(other.name, group.name) ? [place] : []));
  const alike = known.filter((person) => sameName(bare(person.name), bare(group.name)));
  const sure = alike.filter((person) => isIn(person, group));
  const person = sure.length === 1 ? (sure[0] ?? null) : null;
  const { username, clash } = person ? { username: person.username, clash: false } : usernameFor(group, taken);
  const first = groups.findIndex((other) => sameName(other.name, group.name));
  const doubts: readonly RosterDoubt[] = [
    ...group.doubts,
    ...(person === null && alike.length > 0 ? (['same-known'] as const) : []),
    ...(person === null && first < at ? (['same-name'] as const) : []),
    ...(clash ? (['username-taken'] as const) : []),
  ];
  const open = (seat: RosterSeat): boolean =>
    !person?.seats.some(({ unit, post }) => unit === seat.unit && post === seat.post);
  const posted = group.seats.filter(({ unit }) => unit === null || units.some(({ id }) => id === unit));
  return {
    rows: group.rows,
    name: group.name,
    phone: group.phone,
    username,
    seats: posted,
    doubts,
    notes: group.notes,
    person: person?.id ?? null,
    alike: person === null ? alike.map(({ id }) => id) : [],
    twins,
    nothing: person !== null && !posted.some(open),
  };
}

/** 张三（演示）: what stands in brackets is no part of the name by which people are compared. */
const bare = (name: string): string => name.replace(/[（(][^（()）]*[)）]\s*$/, '');

const isIn = ({ phone, seats }: KnownPerson, group: Group): boolean =>
  (phone !== null && phone === group.phone) || group.seats.some((seat) => seats.some(({ unit }) => unit === seat.unit));

/** The user name that the list gives, else the name itself; a second one of that name gets a figure behind it. */
function usernameFor({ name, username, rows }: Group, taken: Set<string>): { username: string; clash: boolean } {
  const given = squeeze(username);
  if (given !== '' && USERNAME.test(given)) {
    const clash = taken.has(given);
    taken.add(given);
    return { username: given, clash };
  }
  const own = squeeze(bare(name))
    .replace(/[^\p{L}\p{N}_.-]/gu, '')
    .slice(0, 26);
  const stem = own.length < 2 ? `${own}user${rows[0] ?? ''}` : own;
  let free = stem;
  for (let no = 2; taken.has(free); no += 1) free = `${stem}${no}`;
  taken.add(free);
  return { username: free, clash: false };
}
