import { leadingPosts } from '../access/index.ts';
import type { Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Keeper } from './keeper.ts';
import { coordinates } from './pages.ts';

/**
 * Whose vacant posts with work waiting this person has to see to: everybody's, for whoever keeps the installation (he gives the
 * posts) and whoever coordinates the plan; for those who lead a unit, that unit's; nobody's, for all others.
 */
export function vacanciesOf(keeper: Keeper, law: Law, on: PlainDate): 'all' | readonly string[] {
  if (keeper.administrator || coordinates(keeper, law, on)) return 'all';
  const leading = leadingPosts(law.policy);
  return [...new Set(keeper.actor.postings.flatMap(({ unit, post }) => (leading.includes(post) ? [unit] : [])))];
}
