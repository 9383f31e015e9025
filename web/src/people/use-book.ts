import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../api/session.ts';
import { paths } from '../paths.ts';
import { useUnits } from '../units/short-names.ts';
import { emptyFrom, seatKey, seatsOf, type Holding, type Person, type Unit } from './seats.ts';
import { usePeople } from './use-people.ts';

/** What stands in the page's address: which list, which words, whose drawer. */
export type Asked = {
  readonly view?: string;
  readonly q?: string;
  readonly empty?: string;
  readonly unit?: string;
  readonly person?: string;
};

/** The page's address and the way to change it. */
export function useAsked(): { readonly asked: Asked; readonly ask: (changed: Asked) => void } {
  const asked = useSearch({ strict: false }) as Asked; // every page reads its own part of the address
  const navigate = useNavigate();
  return { asked, ask: (changed) => void navigate({ to: paths.people, search: { ...asked, ...changed } }) };
}

/** Units, people and who sits where, as every part of the page needs them. */
export type Book = {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly seats: ReadonlyMap<string, readonly Holding[]>;
  readonly today: string;
  /** Whether whoever looks may change it. */
  readonly keeper: boolean;
};

/** The book, and how its reading stands. */
export function useBook() {
  const { installation, admin } = useSession();
  const units = useUnits();
  const reading = usePeople();
  const people = reading.data;
  const book = useMemo(
    (): Book => ({
      units,
      people: people ?? [],
      seats: seatsOf(people ?? []),
      today: installation.today,
      keeper: admin,
    }),
    [units, people, installation.today, admin],
  );
  return { book, reading };
}

/** Everybody who held, holds or will hold the post. */
export const holdingsIn = (book: Book, unit: string, post: string): readonly Holding[] =>
  book.seats.get(seatKey(unit, post)) ?? [];

/** The posts of a unit that nobody holds today. Nobody is expected in a unit outside. */
export function vacanciesOf(book: Book, { id, external, posts }: Unit): readonly string[] {
  if (external) return [];
  return posts
    .map(({ post }) => post)
    .filter((post) => emptyFrom(holdingsIn(book, id, post), book.today) === book.today);
}
