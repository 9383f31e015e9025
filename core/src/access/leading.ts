import type { Policy } from '../policy/index.ts';

/** The posts that lead, as the edition says; in one published before a plan could say it, those that led everywhere then. */
export function leadingPosts({ posts }: Pick<Policy, 'posts'>): readonly string[] {
  const said = posts.some((post) => post.leads !== undefined);
  return said ? posts.filter((post) => post.leads).map((post) => post.id) : ['main-leader', 'leader-in-charge'];
}
