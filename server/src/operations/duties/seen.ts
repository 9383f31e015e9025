import { passToAny, unitsInRole, type Actor } from '@bihuan/core/access';
import { mayOrder, type RunningDuty } from '@bihuan/core/duty';
import { coordinates } from '@bihuan/core/person';
import { kindOf, type Seat } from '@bihuan/core/policy';
import { untouched, type Law } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';

/** What a duty is to a person: a unit of his owes it; he confirms, orders, gathers or coordinates it; he may read its returns. */
export type Seen = {
  readonly owes: boolean;
  readonly oversees: boolean;
  readonly mayOrder: boolean;
  readonly reads: boolean;
};

/** What this duty is to this person today. `tokens`: the words under which he reads. */
export function seenBy(duty: RunningDuty, by: Actor, tokens: readonly string[], law: Law, on: PlainDate): Seen {
  const units = new Set(by.postings.map(({ unit }) => unit));
  const owes = duty.by.some((role) => unitsInRole(law.units, role, on).some(({ id }) => units.has(id)));
  const orders = mayOrder(duty, by, law, on);
  const { confirmedBy } = duty.runs;
  const confirms = confirmedBy !== undefined && mayConfirm(confirmedBy, by, law, on);
  const oversees = orders || confirms || coordinates({ actor: by, administrator: false }, law, on);
  const named = kindOf(law.policy, duty.runs.files)?.reads;
  const reads = !named || named.some(({ role, post }) => tokens.includes(`${role}/${post}`));
  return { owes, oversees, mayOrder: orders, reads };
}

/** Whether this person sits where returns are confirmed; a part in the return, where his unit may come to play it. */
function mayConfirm(seat: Seat, by: Actor, law: Law, on: PlainDate): boolean {
  const { caseRoles, fields } = law.policy;
  const among = caseRoles.find(({ id }) => id === seat.role)?.among ?? [seat.role];
  const offices = among.flatMap((role) => (role === 'field' ? fields.map(({ inCharge }) => inCharge) : role));
  return (
    'posting' in
    passToAny(
      offices.map((role) => ({ ...seat, role })),
      untouched,
      by,
      law,
      on,
    )
  );
}

/** Who may look at the wall of a duty: whoever is concerned, and whoever may read its returns. Rows follow the returns' own readers. */
export const sees = ({ owes, oversees, reads }: Seen): boolean => owes || oversees || reads;
