import { answered, api } from '../api/client.ts';
import type { RegisterQuery } from '../register/query.ts';

/** Which registered problems: words in them, and the import they came with. */
export type Wanted = { readonly q: string; readonly from: string | null };

/** An edition holds five thousand at most, as the contract says. */
const MOST = 5_000;

/** The register's query for problems that no edition has yet. */
export function problemsQuery({ q, from }: Wanted, after: string | undefined, size = 50): RegisterQuery {
  return {
    stage: ['registered'],
    size,
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(from ? { import: from } : {}),
    ...(after ? { after } : {}),
  };
}

/** The ids of all of them, page by page. @throws Refused when the server cannot be reached */
export async function everyProblem(wanted: Wanted): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null && ids.length < MOST;) {
    const query = problemsQuery(wanted, after ?? undefined, 100);
    const page: { rows: readonly { id: string }[]; next: string | null } = await answered(
      api.GET('/api/problems', { params: { query } }),
    );
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  }
  return ids.slice(0, MOST);
}
