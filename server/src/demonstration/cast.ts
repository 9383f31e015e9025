import { unitsInRole, type Actor } from '@bihuan/core/access';
import type { Seat } from '@bihuan/core/policy';
import type { Services } from '../services.ts';

/** Finds who can act from a seat, among the demonstration's people. */
export type Cast = {
  /** Somebody who holds the post in the unit. */
  readonly holding: (unit: string, post: string) => Actor;
  /** The same, of a post written `unit/post`. */
  readonly at: (hand: string) => Actor;
  /** Somebody in any of these seats of the plan. */
  readonly seated: (seats: readonly Seat[]) => Actor;
  /** Whoever records what units do that do not sign in here. */
  readonly recording: () => Actor;
};

/** Builds the cast from everybody's postings. Throws when a seat is empty: the pack's checker promises it is not. */
export function castOf(people: readonly Actor[], { law, today }: Services): Cast {
  // a step that the plan gives to no post in particular is taken by whoever does the unit's work, who comes last there
  const find = (unit: string, post: string): Actor | undefined =>
    people.findLast((person) =>
      person.postings.some((held) => held.unit === unit && (post === '*' || held.post === post)),
    );
  const holding: Cast['holding'] = (unit, post) => find(unit, post) ?? missing(`${unit}/${post}`);
  const seated: Cast['seated'] = (seats) => {
    for (const seat of seats) {
      for (const unit of unitsInRole(law().units, seat.role, today())) {
        const person = find(unit.id, seat.post);
        if (person) return person;
      }
    }
    return missing(seats.map((seat) => `${seat.role}/${seat.post}`).join(', '));
  };
  return {
    holding,
    at: (hand) => {
      const [unit = '', post = ''] = hand.split('/');
      return holding(unit, post);
    },
    seated,
    recording: () => seated([law().policy.recorder]),
  };
}

function missing(seat: string): never {
  throw new Error(`the demonstration has nobody in ${seat}`);
}
