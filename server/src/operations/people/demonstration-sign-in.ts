import { unitName } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { demonstrationPerson, demonstrationRows } from '../../store/people.ts';
import { postName, postRank, presentLaw } from '../law/present-law.ts';
import type { SignedIn } from './session.ts';

const ADMINISTRATOR = { zh: '系统管理员', en: 'Administrator' };
const NO_POST = { zh: '无任职', en: 'No post' };

/** The invented people of a demonstration, unit by unit, with what each may do. */
export async function demonstrationPeople(services: Services) {
  const { db, region, today } = services;
  const law = presentLaw(services);
  const order = new Map((law?.units ?? []).map((unit, at) => [unit.id, at]));
  const rank = postRank(law);
  const people = (await demonstrationRows(db, region, today())).map(
    ({ id, name, administrator, unit, posts, about }) => {
      // who holds several is known by the highest
      const post = (posts ?? []).toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
      return {
        id,
        name,
        unit,
        unitName: unit === null ? (administrator ? '系统' : '未任职') : unitName(law?.units ?? [], unit, today()),
        post,
        postName: post === null ? (administrator ? ADMINISTRATOR : NO_POST) : postName(law, post),
        about,
      };
    },
  );
  const place = (person: (typeof people)[number]) =>
    (order.get(person.unit ?? '') ?? -1) * 100 + rank(person.post ?? '');
  return people.toSorted((a, b) => place(a) - place(b));
}

/** A new session for an invented person; null when there is none with this id, or the sign-in would not have it. */
export async function signInForDemonstration(
  { db, region, signIn }: Services,
  id: string,
): Promise<Extract<SignedIn, { readonly cookies: unknown } | { readonly deactivated: true }> | null> {
  const person = await demonstrationPerson(db, region, id);
  if (!person) return null;
  // whoever was let go after the list of people was shown is told so here too
  if (!person.active) return { deactivated: true };
  const cookies = await signIn.forDemonstration(id);
  return cookies && { cookies };
}
