import type { Clause, Policy, Text } from './model.ts';
import { inUse } from './in-use.ts';
import { sayingsOf, type Saying, type Sort } from './sayings.ts';

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
 * Every clause of the plan with what serves it. What does nothing serves none: a duty that opens nothing only repeats its clause,
 * a procedure that no kind runs is never taken, a part that none has is never played. Articles of a law are leant on and not
 * served, so that they are left out.
 */
export function clausesServed(policy: Policy): readonly Served[] {
  const sayings = sayingsOf(policy).filter(isInUse(policy));
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

function isInUse(policy: Policy): (saying: Saying) => boolean {
  const used = inUse(policy);
  return ({ path: [where, index] }) => {
    const at = Number(index);
    if (where === 'duties') return policy.duties[at]?.runs !== undefined;
    if (where === 'procedures') return used.procedure(policy.procedures[at]?.id ?? '');
    return where !== 'caseRoles' || used.part(policy.caseRoles[at]?.id ?? '');
  };
}

/** The ruling that says this clause is served outside the program. */
const rulingOutside = ({ id }: Clause, { rulings }: Policy): string | null =>
  rulings.find(({ settles }) =>
    settles.some(({ kind, about = [] }) => kind === 'clause-unserved' && about.includes(id)),
  )?.id ?? null;
