import { unitName } from '@bihuan/core/access';
import type { Keeper } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { peopleAfter } from '../../store/people.ts';
import { postName, presentLaw } from '../law/present-law.ts';

/** People by name, a page at a time, with every post they hold or held. User names are for administrators only. */
export async function readPeople(
  services: Services,
  by: Keeper,
  asked: { readonly after: string | null; readonly size: number; readonly unit?: string },
) {
  const { db, region, today } = services;
  const law = presentLaw(services);
  const units = law?.units ?? [];
  const rows = await peopleAfter(db, region, { ...asked, size: asked.size + 1 });
  const people = rows
    .slice(0, asked.size)
    .map(({ id, name, username, unit, administrator, active, phone, ...row }) => ({
      id,
      name,
      administrator,
      active,
      phone,
      formerNames: [...row.former_names],
      mustChange: by.administrator ? row.must_change : null,
      username: by.administrator ? username : null,
      unitName: unit === null ? null : unitName(units, unit, today()),
      postings: row.postings.map((held) => ({
        ...held,
        unitName: unitName(units, held.unit, today()),
        postName: postName(law, held.post),
        held: active && held.from <= today() && (held.until === null || today() < held.until),
      })),
    }));
  return { people, next: rows.length > asked.size ? people.at(-1)!.id : null };
}

/** Units of the edition in force with their dated names and offices. */
export function readUnits(services: Services) {
  const law = presentLaw(services);
  return (law?.units ?? []).map(({ id, shortNames, level, kind, external, within, code, roles, posts, names }) => ({
    id,
    shortNames,
    level,
    kind,
    external,
    name: unitName(law?.units ?? [], id, services.today()),
    within: within ?? null,
    code: code ?? null,
    roles: roles.map(({ role, from, until }) => ({ role, from: from ?? null, until: until ?? null })),
    posts: posts.map((post) => ({ post, postName: postName(law, post) })),
    names: names.map(({ name, from, until }) => ({ name, from: from ?? null, until: until ?? null })),
  }));
}
