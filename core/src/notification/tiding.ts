import type { PostId, Text } from '../policy/index.ts';
import { recorders, type Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';

/**
 * Why somebody is told of a dossier. `overdue-led`: to who leads the unit that is late. `days-apart`: to who coordinates the plan,
 * that an act counts on the day of its paper, which lies far from the day it was entered.
 */
export type Occasion =
  | 'assigned'
  | 'returned'
  | 'contested'
  | 'urged'
  | 'copied'
  | 'due-soon'
  | 'overdue'
  | 'overdue-led'
  | 'days-apart';

/** A seat as people hold it; `*`: any post of the unit. */
export type SeatAt = { readonly unit: string; readonly post: PostId };

/** That something concerns whoever holds one of these seats. */
export type Tiding = {
  readonly occasion: Occasion;
  /** The line or copy that it is about. */
  readonly about: string;
  readonly title: Text;
  readonly to: readonly SeatAt[];
  /** Who is told instead, where nobody holds any of them: whoever coordinates the plan sees to it. */
  readonly otherwise: readonly SeatAt[];
};

/** What a line says of who has it; `unit` is null where nobody plays the part yet. */
export type Had = { readonly unit: string | null; readonly post: PostId; readonly external: boolean };

/** Who is told of what stands on this line: its seat; for a unit outside, whoever records for it. */
export function addressed({ unit, post, external }: Had, law: Law, on: PlainDate): Pick<Tiding, 'to' | 'otherwise'> {
  const coordinator = recorders(law, on);
  if (external) return { to: coordinator, otherwise: [] };
  return { to: unit === null ? [] : [{ unit, post }], otherwise: coordinator };
}
