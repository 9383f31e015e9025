import type { Policy, RoleId, Text } from './model.ts';

/** So many steps tell a part from the others; more would be the plan itself. */
const MOST = 4;

/**
 * What whoever plays a part does in the plan's own words: titles of the steps that its seats decide, in the order of the plan, each
 * once. Two parts of almost one name are told apart by it.
 */
export function workOf(role: RoleId, { procedures }: Pick<Policy, 'procedures'>): readonly Text[] {
  const steps = procedures.flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  const own = steps.filter(({ by }) => by.some((seat) => seat.role === role)).map(({ title }) => title);
  return own.filter((title, at) => own.findIndex(({ zh }) => zh === title.zh) === at).slice(0, MOST);
}
