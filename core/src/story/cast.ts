import { leadingPosts, type Actor } from '../access/index.ts';
import type { Seat } from '../policy/index.ts';
import { playersOf, type Dossier, type Task } from '../procedure/index.ts';
import { unitName } from '../policy/index.ts';
import type { Setting } from './play.ts';

/** Somebody who holds this post: in a story each seat is one person. */
function person(unit: string, post: string, { law, on }: Setting): Actor {
  return { id: `${unit}/${post}`, name: '（例）', postings: [{ unit, unitName: unitName(law.units, unit, on), post }] };
}

/** The posts of a unit that a seat means: this one where the unit has it, or each. */
function postsIn(unit: string, post: string, { law }: Setting): readonly string[] {
  const posts = law.units.find(({ id }) => id === unit)?.posts ?? [];
  return post === '*' ? posts : posts.filter((each) => each === post);
}

/** The person whom a story names by `unit/post`; null where the pack has no such unit, or the unit no such post. */
export function namedPerson(by: string, at: Setting): Actor | null {
  const [unit = '', post = ''] = by.split('/');
  return postsIn(unit, post, at).includes(post) ? person(unit, post, at) : null;
}

/** Everybody who may come from one of these seats; `*` is each post of the unit. */
export function sittersOf(seats: readonly Seat[], dossier: Dossier, at: Setting): readonly Actor[] {
  const { law, on } = at;
  const people = seats.flatMap(({ role, post }) =>
    playersOf(role, dossier, law, on).flatMap(({ unit }) =>
      postsIn(unit, post, at).map((each) => person(unit, each, at)),
    ),
  );
  return [...new Map(people.map((each) => [each.id, each])).values()];
}

/** Everybody who may take this task; for a unit that does not sign in here, whoever enters its acts. */
export function takersOf(task: Task, dossier: Dossier, at: Setting): readonly Actor[] {
  const { unit, post } = task;
  if (task.external) return sittersOf([at.law.policy.recorder], dossier, at);
  return unit === null ? [] : postsIn(unit, post, at).map((each) => person(unit, each, at));
}

/** Everybody who leads the coordinator. */
export const leadersOf = (dossier: Dossier, at: Setting): readonly Actor[] =>
  sittersOf(
    leadingPosts(at.law.policy).map((post) => ({ role: at.law.policy.recorder.role, post })),
    dossier,
    at,
  );
