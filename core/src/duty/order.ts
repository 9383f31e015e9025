import { badInput, passToAny, refuse, signer, type Actor, type InputFault, type Refusal } from '../access/index.ts';
import { untouched, type Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { DutyBook, DutyEvent } from './book.ts';
import type { RunningDuty } from './period.ts';

/** A person orders a round of a duty: from which day to which, and what it is about. */
export type OrderRound = {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly text: string;
  readonly by: Actor;
  readonly on: PlainDate;
};

/** The most that the words of an order may hold, in UTF-16 units. */
const LONGEST = 500;

/** Decides whether the round is ordered. It opens by the calendar, as every period does, on its first day or at once. */
export function decideRound(
  ask: OrderRound,
  duty: RunningDuty,
  book: DutyBook,
  law: Law,
): { readonly events: readonly DutyEvent[] } | { readonly refused: Refusal } {
  const { id, title, clause, runs } = duty;
  const { first, last, by, on } = ask;
  const text = ask.text.trim();
  // what falls due by itself is ordered by nobody
  if (runs.every.every !== 'order') return refuse({ code: 'silent', topic: id }, clause);
  const pass = passToAny(runs.every.by, untouched, by, law, on);
  if ('obstacle' in pass) return refuse(pass.obstacle, clause);
  const faults = faultsOf({ first, last, text, on });
  if (faults.length > 0) return badInput(faults, clause);
  const round = { id: roundId(first, book), first, last, text };
  return { events: [{ type: 'RoundOrdered', by: signer(by, pass.posting), on, duty: id, title, clause, round }] };
}

/** Whether this person may order rounds of the duty on the day. */
export function mayOrder({ runs }: RunningDuty, by: Actor, law: Law, on: PlainDate): boolean {
  return runs.every.every === 'order' && 'posting' in passToAny(runs.every.by, untouched, by, law, on);
}

function faultsOf({ first, last, text, on }: Pick<OrderRound, 'first' | 'last' | 'text' | 'on'>): InputFault[] {
  return [
    ...(last < first ? [{ field: 'last', code: 'not-earlier' } as const] : []),
    // nobody can be asked for what is over
    ...(last >= first && last < on ? [{ field: 'last', code: 'not-later' } as const] : []),
    ...(text ? [] : [{ field: 'text', code: 'required' } as const]),
    ...(text.length > LONGEST ? [{ field: 'text', code: 'too-long' } as const] : []),
  ];
}

/** `2030-03-01`; a second one that begins on the same day is `2030-03-01-2`. */
function roundId(first: PlainDate, { rounds }: DutyBook): string {
  const before = rounds.filter((round) => round.first === first).length;
  return before === 0 ? first : `${first}-${before + 1}`;
}
