import { leadingPosts, type Actor } from '../access/index.ts';
import type { Seat } from '../policy/index.ts';
import { playersOf, type Dossier, type Task } from '../procedure/index.ts';
import { unitName } from '../policy/index.ts';
import type { Setting } from './play.ts';

/** Somebody who holds this post: in a story each seat is one person. */
function person(unit: string, post: string, { law, on }: Setting): Actor {
  return { id: `${unit}/${post}`, name: '（例）', postings: [{ unit, unitName: unitName(law.units, unit, on), post }] };
}

/** The person whom a story names by `unit/post`; null where the pack has no such unit. */
export function namedPerson(by: string, at: Setting): Actor | null {
  const [unit = '', post = ''] = by.split('/');
  return at.law.units.some(({ id }) => id === unit) ? person(unit, post, at) : null;
}

/** Everybody who may come from one of these seats; `*` is each post of the unit. */
export function sittersOf(seats: readonly Seat[], dossier: Dossier, at: Setting): readonly Actor[] {
  const { law, on } = at;
  const people = seats.flatMap(({ role, post }) =>
    playersOf(role, dossier, law, on).flatMap(({ unit }) => {
      const posts = law.units.find(({ id }) => id === unit)?.posts ?? [];
      return (post === '*' ? posts : [post]).map((each) => person(unit, each, at));
    }),
  );
  return [...new Map(people.map((each) => [each.id, each])).values()];
}

/** Everybody who may take this task; for a unit that does not sign in here, whoever enters its acts. */
export function takersOf(task: Task, dossier: Dossier, at: Setting): readonly Actor[] {
  const { law } = at;
  if (task.external) return sittersOf([law.policy.recorder], dossier, at);
  const posts = law.units.find(({ id }) => id === task.unit)?.posts ?? [];
  return task.unit === null
    ? []
    : (task.post === '*' ? posts : [task.post]).map((post) => person(task.unit!, post, at));
}

/** Everybody who leads the coordinator. */
export const leadersOf = (dossier: Dossier, at: Setting): readonly Actor[] =>
  sittersOf(
    leadingPosts(at.law.policy).map((post) => ({ role: at.law.policy.recorder.role, post })),
    dossier,
    at,
  );
