import type { Schema } from '../api/client.ts';

export type Unit = Schema<'Unit'>;
export type Person = Schema<'Person'>;

/** Levels in the order in which a county's office thinks of them. */
export const LEVELS = ['county', 'township', 'city', 'province', 'nation'] as const;

/** Units that go by these words, under any name they have or had. */
export function found(units: readonly Unit[], words: string): readonly Unit[] {
  const wanted = words.trim();
  if (wanted === '') return units;
  return units.filter((unit) =>
    [unit.name, ...unit.shortNames, ...unit.names.map(({ name }) => name.zh)].some((name) => name.includes(wanted)),
  );
}

/** Posts of the unit that nobody holds today. A unit that does not sign in here has none to hold. */
export function vacant(unit: Unit, people: readonly Person[]): readonly Unit['posts'][number][] {
  if (unit.external) return [];
  const held = new Set(
    people
      .filter(({ active }) => active)
      .flatMap(({ postings }) =>
        postings.filter((posting) => posting.held && posting.unit === unit.id).map(({ post }) => post),
      ),
  );
  return unit.posts.filter(({ post }) => !held.has(post));
}
