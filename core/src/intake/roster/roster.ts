import type { Unit } from '../../policy/index.ts';
import type { Said } from '../said.ts';
import type { UnitIndex } from '../unit-directory.ts';
import type { RosterColumn } from './columns.ts';
import type { PostsKnown } from './posts.ts';

/** Somebody who is in already, with the posts held today. */
export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly seats: readonly { readonly unit: string; readonly post: string }[];
};

/** What reading a list of people rests on. `taken`: user names that somebody has, in lower case. */
export type RosterContext = {
  readonly index: UnitIndex;
  readonly units: readonly Unit[];
  readonly posts: PostsKnown;
  readonly known: readonly KnownPerson[];
  readonly taken: ReadonlySet<string>;
  /** What a person says that columns (0-based) are; '' for nothing. */
  readonly given: ReadonlyMap<number, string>;
};

/** A post in a unit as a row says it; null where a person must say which is meant. */
export type RosterSeat = {
  readonly writtenUnit: string;
  readonly writtenPost: string;
  readonly unit: string | null;
  /** Units that may be meant, likeliest first. */
  readonly units: readonly string[];
  readonly post: string | null;
  readonly posts: readonly string[];
};

/** What a person must say about an entry before it can come in. */
export type RosterDoubt =
  | 'no-unit'
  | 'unknown-unit'
  | 'unit-above'
  | 'outside'
  | 'no-post'
  | 'unknown-post'
  | 'name-unclear'
  | 'same-name'
  | 'same-known'
  | 'username-taken';

/** One person of a list, over one or more rows (from 1). */
export type RosterEntry = {
  readonly rows: readonly number[];
  readonly name: string;
  readonly phone: string | null;
  readonly username: string;
  readonly seats: readonly RosterSeat[];
  readonly doubts: readonly RosterDoubt[];
  /** What was written and is not kept, or was taken in a way worth knowing. */
  readonly notes: readonly Said[];
  /** Who it is of those who are in already; null for somebody new. */
  readonly person: string | null;
  /** Those who are in under the same name, where it may be one of them. */
  readonly alike: readonly string[];
  /** Other entries of the list (their place in it) with the same name that may be the same person. */
  readonly twins: readonly number[];
  /** Nothing to be done: all of it stands already. */
  readonly nothing: boolean;
};

/** A list of people as it was understood. Nothing is written anywhere. */
export type Roster = {
  /** Rows of the head (from 1), null where no head was found. */
  readonly head: { readonly first: number; readonly last: number } | null;
  readonly columns: readonly RosterColumn[];
  readonly entries: readonly RosterEntry[];
  readonly skipped: readonly { readonly row: number; readonly why: Said }[];
  /** Whether the list is longer than is read at once. */
  readonly cut: boolean;
};

/** People that one list may hold: a county has hundreds. */
export const MOST_PEOPLE = 1000;
