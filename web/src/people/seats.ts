import type { Schema } from '../api/client.ts';

export type Unit = Schema<'Unit'>;
export type Person = Schema<'Person'>;
export type Posting = Person['postings'][number];

/** One person's time in one post. Whoever is deactivated holds nothing from then on. */
export type Holding = { readonly person: Person; readonly posting: Posting };

/** Everybody who held, holds or will hold each post, in the order of the days. Key: `unit/post`. */
export function seatsOf(people: readonly Person[]): ReadonlyMap<string, readonly Holding[]> {
  const seats = new Map<string, Holding[]>();
  for (const person of people) {
    for (const posting of person.postings) {
      // taken back before it began
      if (posting.from === posting.until) continue;
      const key = seatKey(posting.unit, posting.post);
      seats.set(key, [...(seats.get(key) ?? []), { person, posting }]);
    }
  }
  for (const held of seats.values()) held.sort((a, b) => (a.posting.from < b.posting.from ? -1 : 1));
  return seats;
}

/** Name of a seat among the seats. */
export const seatKey = (unit: string, post: string): string => `${unit}/${post}`;

/** Who holds it on the day; a posting ends on the first day on which it is no longer held. */
export function holdersOn(holdings: readonly Holding[], day: string): readonly Holding[] {
  return holdings.filter(({ person, posting }) => person.active && covers(posting, day));
}

/** Whether the post is held on the day under this posting. */
export const covers = ({ from, until }: Pick<Posting, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || day < until);

/** The first day, today or later, on which nobody holds it; null when somebody always does. */
export function emptyFrom(holdings: readonly Holding[], today: string): string | null {
  let day = today;
  for (;;) {
    const holders = holdersOn(holdings, day);
    if (holders.length === 0) return day;
    const ends = holders.flatMap(({ posting }) => (posting.until === null ? [] : [posting.until])).sort();
    if (ends.length < holders.length) return null;
    day = ends[ends.length - 1]!; // as many ends as holders, of whom there is one
  }
}

/** The day from which the next holder would follow without a gap: the day the post fell or falls empty, else today. */
export function nextFrom(holdings: readonly Holding[], today: string): string {
  const empty = emptyFrom(holdings, today);
  if (empty === null || empty > today) return empty ?? today;
  const ends = holdings
    .flatMap(({ posting }) => (posting.until && posting.until <= today ? [posting.until] : []))
    .sort();
  return ends[ends.length - 1] ?? today;
}

/** Posts that fall empty when this person leaves one (or, without `posting`, is deactivated) on the day. */
export function leftEmpty(
  seats: ReadonlyMap<string, readonly Holding[]>,
  person: Person,
  day: string,
  posting?: string,
): readonly Posting[] {
  const left = person.postings.filter((held) => (posting ? held.id === posting : true) && covers(held, day));
  return left.filter((held) => {
    const others = (seats.get(seatKey(held.unit, held.post)) ?? []).filter((one) => one.person.id !== person.id);
    return emptyFrom(others, day) === day;
  });
}
