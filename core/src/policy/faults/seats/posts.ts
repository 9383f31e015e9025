import type { Unit } from '../../model.ts';
import { unitName } from '../../units.ts';
import { mayPlay, officesOf } from './offices.ts';
import { askedSeats, type Asked } from './seats.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';

const fault = (
  kind: Found['kind'],
  { file, path, clause, facts }: Asked,
  about: readonly string[],
  text: Found['text'],
): Found => ({
  kind,
  file,
  path,
  clauses: clause === null ? [] : [clause],
  facts,
  about,
  text,
});

/** Roles that no unit ever has and no part of the dossier is called. */
export const unknownRoles: Finder = (survey) => {
  const known = knownRoles(survey);
  return askedSeats(survey)
    .filter(({ role }) => !known.has(role))
    .map((asked) =>
      fault('unknown-role', asked, [asked.role], {
        zh: `没有任何单位担任“${asked.role}”`,
        en: `no unit has the role "${asked.role}"`,
      }),
    );
};

const knownRoles = ({ pack }: Survey): ReadonlySet<string> =>
  new Set([
    ...pack.units.flatMap((unit) => unit.roles.map((held) => held.role)),
    ...pack.policy.caseRoles.map((part) => part.id),
  ]);

/** Posts that the pack does not declare, in seats and in the units' own lists. */
export const unknownPosts: Finder = (survey) => {
  const known = new Set(survey.pack.policy.posts.map((post) => post.id));
  const text = (post: string) => ({ zh: `没有“${post}”这个岗位`, en: `there is no post "${post}"` });
  const seats = askedSeats(survey)
    .filter(({ post }) => post !== null && post !== '*' && !known.has(post))
    .map((asked) => fault('unknown-post', asked, [asked.role, asked.post ?? ''], text(asked.post ?? '')));
  const listed = survey.pack.units.flatMap((unit, u) =>
    unit.posts.flatMap((post, index): readonly Found[] =>
      known.has(post)
        ? []
        : [
            {
              kind: 'unknown-post',
              file: 'units',
              path: ['units', u, 'posts', index],
              clauses: [],
              facts: [],
              about: [unit.id, post],
              text: text(post),
            },
          ],
    ),
  );
  return [...seats, ...listed];
};

/** Offices that nobody holds on some day of the edition, and units in a seat that do not have its post. One fault for each office and post. */
export const postsUnheld: Finder = (survey) => {
  const known = knownRoles(survey);
  const posts = new Set([...survey.pack.policy.posts.map((post) => post.id), '*', null]);
  // a part that only offices nobody knows may play is a fault at those offices
  const played = (role: string): boolean => officesOf(survey.pack, role).some((office) => known.has(office));
  const asked = askedSeats(survey).filter(({ role, post }) => known.has(role) && played(role) && posts.has(post));
  const groups = Map.groupBy(asked, ({ role, post }) => `${role}/${post ?? ''}`);
  return [...groups.values()].flatMap((group) => unheld(group, survey));
};

function unheld(group: readonly Asked[], { pack, on, days }: Survey): readonly Found[] {
  const [first] = group;
  if (!first) return [];
  const holding = days.map((day) => ({ day, units: mayPlay(pack, first.role, day) }));
  const vacant = holding.find(({ units }) => units.length === 0);
  const without = vacant
    ? []
    : [...new Set(holding.flatMap(({ units }) => units))].filter((unit) => !has(unit, first.post));
  if (!vacant && without.length === 0) return [];
  const clauses = [...new Set(group.flatMap(({ clause }) => clause ?? []))];
  const about = [first.role, ...(first.post === null ? [] : [first.post]), ...without.map((unit) => unit.id)];
  const text = vacant ? nobody(first, vacant.day, on) : lacking(first, without, on);
  // the combinations of a route are one list for all its steps, so the same ones are the same objects
  const facts = [...new Set(group.flatMap((asked) => asked.facts))];
  return [{ ...fault('post-unheld', first, about, text), clauses, facts }];
}

/** `*` asks for anybody in the unit: a unit that signs in needs at least one post for that. */
function has(unit: Unit, post: string | null): boolean {
  if (post === null) return true;
  return post === '*' ? unit.external || unit.posts.length > 0 : unit.posts.includes(post);
}

function nobody({ role }: Asked, day: Survey['on'], inForce: Survey['on']): Found['text'] {
  const first = day === inForce;
  return {
    zh: `${first ? `施行之日（${day}）` : `自${day}起`}没有单位担任“${role}”`,
    en: `${first ? `on ${day}, when the edition comes into force,` : `from ${day}`} no unit has the role "${role}"`,
  };
}

function lacking({ role, post }: Asked, units: readonly Unit[], on: Survey['on']): Found['text'] {
  const names = units
    .slice(0, 3)
    .map((unit) => unitName(units, unit.id, on))
    .join('、');
  const ids = units
    .slice(0, 3)
    .map((unit) => unit.id)
    .join(', ');
  return {
    zh: `“${role}”须由“${post}”办理，而${names}${units.length > 3 ? `等${units.length}家` : ''}没有这个岗位`,
    en: `"${role}" acts through "${post}", a post that ${ids}${units.length > 3 ? ` and ${units.length - 3} more` : ''} does not have`,
  };
}
