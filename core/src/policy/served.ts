import type { Clause, Policy, Text } from './model.ts';
import { sayingsOf, type Sort } from './sayings.ts';

/** What serves a clause: a step, an act, a limit, a kind… with the ruling it leans on. */
export type Serving = {
  readonly what: Sort;
  readonly id: string;
  readonly title: Text | null;
  readonly ruling: string | null;
};

/** A clause with everything in the pack that serves it, and the ruling that says it is served elsewhere. */
export type Served = { readonly clause: Clause; readonly by: readonly Serving[]; readonly outside: string | null };

/**
 * Every clause of the plan with what serves it. A duty that opens nothing only repeats its clause; articles of a law are leant on
 * and not served, so that they are left out.
 */
export function clausesServed(policy: Policy): readonly Served[] {
  const idle = new Set(policy.duties.flatMap(({ id, runs }) => (runs ? [] : [id])));
  const sayings = sayingsOf(policy).filter(({ path, name }) => path[0] !== 'duties' || !idle.has(name[0] ?? ''));
  const byClause = Map.groupBy(sayings, ({ clause }) => clause);
  return policy.clauses
    .filter(({ law }) => law === undefined)
    .map((clause) => ({
      clause,
      by: (byClause.get(clause.id) ?? []).map(({ sort, name, title, ruling }) => ({
        what: sort,
        id: name.join(' / '),
        title,
        ruling,
      })),
      outside: rulingOutside(clause, policy),
    }));
}

/** The ruling that says this clause is served outside the program. */
const rulingOutside = ({ id }: Clause, { rulings }: Policy): string | null =>
  rulings.find(({ settles }) =>
    settles.some(({ kind, about = [] }) => kind === 'clause-unserved' && about.includes(id)),
  )?.id ?? null;
