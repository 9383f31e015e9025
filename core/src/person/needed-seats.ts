import { actRule, leadingPosts, unitsInRole } from '../access/index.ts';
import type { ClauseId, PostId, Seat, Text } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';

/** Why a seat is wanted: it leads the coordinator, records for units outside, opens what comes in, or decides a step. */
export type Wanted = 'leads' | 'records' | 'opens' | 'decides';

/** A seat without which work would stand still; one of `posts` being held is enough. */
export type NeededSeat = {
  readonly unit: string;
  readonly posts: readonly PostId[];
  readonly why: Wanted;
  /** The first step of the plan that waits for it, and its clause, where it decides one. */
  readonly step: Text | null;
  readonly clause: ClauseId | null;
};

/** A role that so many units play is no single office: their people come with the list of people. */
const FEW = 3;

/**
 * The seats an empty installation needs first, in the order in which it needs them, as the pack has them: whoever leads the
 * coordinator and confirms its rulings, whoever records for units outside, whoever opens what comes in, then those who decide
 * steps, in the order of the plan. Parts of a dossier (承办单位) are not among them: they are filled with the units.
 */
export function neededSeats(law: Law, on: PlainDate): readonly NeededSeat[] {
  const { policy, units } = law;
  const plain = { step: null, clause: null };
  const inRole = ({ role }: Seat) => unitsInRole(units, role, on).filter(({ external }) => !external);
  const coordinators = inRole(policy.recorder);
  const leads = coordinators.flatMap((unit): NeededSeat[] => {
    const posts = unit.posts.filter((post) => leadingPosts(policy).includes(post));
    return posts.length === 0 ? [] : [{ unit: unit.id, posts, why: 'leads', ...plain }];
  });
  const seated = (seat: Seat, why: Wanted, of: Pick<NeededSeat, 'step' | 'clause'>): NeededSeat[] => {
    const players = inRole(seat);
    if (players.length > FEW) return [];
    return players.flatMap(({ id, posts: all }) => {
      const posts = seat.post === '*' ? all : all.filter((post) => post === seat.post);
      return posts.length === 0 ? [] : [{ unit: id, posts, why, ...of }];
    });
  };
  const records = seated(policy.recorder, 'records', plain);
  const kinds = policy.kinds ?? [];
  const opens = kinds.flatMap((kind) =>
    [...(actRule('register', law, kind.id)?.by ?? []), ...(kind.opens?.by ?? [])]
      .filter((seat) => inRole(seat).some(({ id }) => coordinators.some((unit) => unit.id === id)))
      .flatMap((seat) => seated(seat, 'opens', plain)),
  );
  const steps = policy.procedures.flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  const decides = steps.flatMap(({ by, title, clause }) =>
    by.flatMap((seat) => seated(seat, 'decides', { step: title, clause })),
  );
  return distinct([...leads, ...records, ...opens, ...decides]);
}

/** Each seat once, for the first reason; one that another of the unit's already covers says nothing new. */
function distinct(seats: readonly NeededSeat[]): readonly NeededSeat[] {
  const kept: NeededSeat[] = [];
  for (const seat of seats) {
    const covered = kept.some(
      ({ unit, posts }) => unit === seat.unit && posts.every((post) => seat.posts.includes(post)),
    );
    if (!covered) kept.push(seat);
  }
  return kept;
}

/** Whether somebody holds one of the posts that would do. `held`: seats held on the day. */
export const isHeld = (
  { unit, posts }: Pick<NeededSeat, 'unit' | 'posts'>,
  held: readonly { readonly unit: string; readonly post: PostId }[],
): boolean => held.some((seat) => seat.unit === unit && posts.includes(seat.post));
