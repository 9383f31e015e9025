import type { Text, Unit } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { NothingPublished } from '../../law-book.ts';
import type { Services } from '../../services.ts';

/** The law in force today, or that of an edition; null while the installation is empty, or has no such edition. */
export function presentLaw({ law }: Pick<Services, 'law'>, edition?: string): Law | null {
  try {
    return law(edition);
  } catch (error) {
    if (error instanceof NothingPublished) return null;
    throw error;
  }
}

/** The units of the edition in force; none while the installation is empty. */
export const presentUnits = (services: Pick<Services, 'law'>): readonly Unit[] => presentLaw(services)?.units ?? [];

/** What the plan calls a post; its id when the plan does not name it. */
export const postName = (law: Law | null, post: string): Text =>
  law?.policy.posts.find(({ id }) => id === post)?.label ?? { zh: post };

/** Where a post stands in the plan's order: who holds several is known by the highest. Unknown ones come last. */
export function postRank(law: Law | null): (post: string) => number {
  const ranks = new Map((law?.policy.posts ?? []).map(({ id }, at) => [id, at]));
  return (post) => ranks.get(post) ?? ranks.size;
}
