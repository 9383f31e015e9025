import type { Actor } from '../access/index.ts';
import { units } from './units.ts';

/** A person who holds these posts, `greens/foreman`; several make somebody with more than one hat. */
export function person(id: string, ...places: readonly string[]): Actor {
  const postings = places.map((place) => {
    const [unit = '', post = ''] = place.split('/');
    return { unit, unitName: units.find((known) => known.id === unit)!.names[0]!.name.zh, post };
  });
  return { id, name: `${id}（演示）`, postings };
}

/** One person in every post of every unit of the club; external units sign in nowhere. */
export const everybody: readonly Actor[] = units
  .filter((unit) => !unit.external)
  .flatMap((unit) => unit.posts.map((post) => person(`${unit.id}.${post}`, `${unit.id}/${post}`)));

/** People of several hats, as small clubs have them. */
export const doubleHats: readonly Actor[] = [
  person('greens.foreman+keepers.head', 'greens/foreman', 'keepers/head'),
  person('greens.foreman+survey.surveyor', 'greens/foreman', 'survey/surveyor'),
  person('greens.captain+committee.chair', 'greens/captain', 'committee/chair'),
  person('greens.captain+keepers.head', 'greens/captain', 'keepers/head'),
  person('greens.captain+survey.surveyor', 'greens/captain', 'survey/surveyor'),
];

/** The person in this post, `greens/foreman`. */
export function holderOf(place: string): Actor {
  const found = everybody.find(({ postings: [held] }) => held && `${held.unit}/${held.post}` === place);
  if (!found) throw new Error(`nobody holds ${place}`);
  return found;
}
