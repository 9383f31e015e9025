import type { Schema } from '../api/client.ts';

export type Roster = Schema<'Roster'>;
export type Entry = Roster['entries'][number];
type Seat = Entry['seats'][number];

/** What somebody said about a list: once for every word that is not clear, and about single entries by their place. */
export type Answers = {
  readonly units: Readonly<Record<string, string>>;
  readonly posts: Readonly<Record<string, readonly string[]>>;
  readonly entries: Readonly<Record<number, EntryAnswer>>;
};

/** About one entry. `who`: 'new' or the id of somebody who is in; `twin`: 'other' or the place of the entry that it is one with. */
export type EntryAnswer = {
  readonly leave?: boolean;
  readonly name?: string;
  readonly username?: string;
  readonly who?: string;
  readonly twin?: string;
  /** Looked at and right: a unit from the row above, a name that was hard to tell. */
  readonly sure?: boolean;
};

export const NOTHING_SAID: Answers = { units: {}, posts: {}, entries: {} };

/** Under which word a seat's unit is asked; one that is not written is asked for its own row. */
export const unitKey = (seat: Seat, entry: Entry): string => seat.writtenUnit || `row:${entry.rows[0] ?? 0}`;
/** The same of its post: a word may mean another post in another row only where it is not written. */
export const postKey = (seat: Seat, entry: Entry): string => seat.writtenPost || `row:${entry.rows[0] ?? 0}`;

/** What is still open about an entry. */
export type Open = 'unit' | 'post' | 'sure' | 'who' | 'twin' | 'username';

/** An entry with what was said about it: what comes in, what is open, or why it does not come. */
export type Settled = {
  readonly entry: Entry;
  readonly at: number;
  readonly state: 'add' | 'hold' | 'open' | 'left' | 'nothing' | 'joined';
  readonly open: readonly Open[];
  readonly name: string;
  readonly username: string;
  /** Whose account it is; null for a new one. */
  readonly person: string | null;
  readonly seats: readonly { readonly unit: string; readonly post: string }[];
};

/** Every entry as it stands after what was said. Entries that are one with another bring that one their posts. */
export function settled(entries: readonly Entry[], answers: Answers): readonly Settled[] {
  const own = entries.map((entry, at) => settle(entry, at, answers));
  return own.map((one) => {
    if (one.state !== 'add' && one.state !== 'hold') return one;
    const joined = own.filter(({ at, state }) => state === 'joined' && answers.entries[at]?.twin === String(one.at));
    return { ...one, seats: distinct([...one.seats, ...joined.flatMap(({ seats }) => seats)]) };
  });
}

function settle(entry: Entry, at: number, { units, posts, entries }: Answers): Settled {
  const said = entries[at] ?? {};
  const placed = entry.seats.map((seat) => ({
    unit: seat.unit ?? units[unitKey(seat, entry)] ?? null,
    posts: seat.post === null ? (posts[postKey(seat, entry)] ?? []) : [seat.post],
  }));
  const seats = placed.flatMap(({ unit, posts: held }) => (unit === null ? [] : held.map((post) => ({ unit, post }))));
  const person = entry.person ?? (said.who === undefined || said.who === 'new' ? null : said.who);
  const doubted = (doubt: Entry['doubts'][number]): boolean => entry.doubts.includes(doubt);
  const username = said.username?.trim() || entry.username;
  const checks: readonly (readonly [Open, boolean])[] = [
    ['unit', placed.some(({ unit }) => unit === null)],
    ['post', placed.some(({ posts: held }) => held.length === 0)],
    ['sure', (doubted('unit-above') || doubted('name-unclear')) && said.sure !== true],
    ['who', doubted('same-known') && said.who === undefined],
    ['twin', doubted('same-name') && said.twin === undefined],
    ['username', doubted('username-taken') && person === null && username === entry.username],
  ];
  const open = checks.flatMap(([what, is]) => (is ? [what] : []));
  const joined = said.twin !== undefined && said.twin !== 'other';
  const state = said.leave
    ? 'left'
    : entry.nothing
      ? 'nothing'
      : open.length > 0
        ? 'open'
        : joined
          ? 'joined'
          : person === null
            ? 'add'
            : 'hold';
  return { entry, at, state, open, name: said.name?.trim() || entry.name, username, person, seats: distinct(seats) };
}

const distinct = <T extends { readonly unit: string; readonly post: string }>(seats: readonly T[]): readonly T[] =>
  seats.filter((seat, at) => seats.findIndex((one) => one.unit === seat.unit && one.post === seat.post) === at);

/** One word of the list that is not clear, with how many entries say it and what may be meant. `outside`: a unit that has no accounts here. */
export type Word = {
  readonly key: string;
  readonly written: string;
  readonly count: number;
  readonly likely: readonly string[];
  readonly outside: boolean;
};

/** The units and the posts that somebody must say, each word once, in the order of the list. */
export function wordsAsked(entries: readonly Entry[]): {
  readonly units: readonly Word[];
  readonly posts: readonly Word[];
} {
  const units = new Map<string, Word>();
  const posts = new Map<string, Word>();
  const note = (
    into: Map<string, Word>,
    key: string,
    written: string,
    likely: readonly string[],
    outside = false,
  ): void => {
    const before = into.get(key);
    into.set(key, { key, written, count: (before?.count ?? 0) + 1, likely: before?.likely ?? likely, outside });
  };
  for (const entry of entries)
    for (const seat of entry.nothing ? [] : entry.seats) {
      if (seat.unit === null)
        note(units, unitKey(seat, entry), seat.writtenUnit, seat.units, entry.doubts.includes('outside'));
      if (seat.post === null) note(posts, postKey(seat, entry), seat.writtenPost, seat.posts);
    }
  return { units: [...units.values()], posts: [...posts.values()] };
}

/** What is offered for words of posts, taken all at once by whoever has looked at them. */
export function postsOffered(words: readonly Word[]): Record<string, readonly string[]> {
  return Object.fromEntries(words.flatMap(({ key, likely }) => (likely[0] === undefined ? [] : [[key, [likely[0]]]])));
}
