import type { Limit } from '../../model.ts';
import type { Found, Stand, Survey } from '../survey/survey.ts';

/** A limit with where it stands: on a step of a route, or on a duty of its own. */
export type Placed = {
  readonly limit: Limit;
  readonly stand: Stand | null;
  readonly path: Found['path'];
  readonly about: readonly string[];
};

/** Every limit of the pack. */
export function placedLimits({ stands, pack }: Survey): readonly Placed[] {
  const onSteps = stands.flatMap((stand) =>
    stand.step.limits.map((limit, l): Placed => ({
      limit,
      stand,
      path: [...stand.path, 'limits', l],
      about: aboutOf(stand, limit),
    })),
  );
  const floors = stands.flatMap((stand) =>
    stand.step.earliest
      ? [
          {
            limit: stand.step.earliest,
            stand,
            path: [...stand.path, 'earliest'],
            about: aboutOf(stand, stand.step.earliest),
          },
        ]
      : [],
  );
  const ofDuties = pack.policy.duties.flatMap((duty, d) =>
    duty.limits.map((limit, l): Placed => ({
      limit,
      stand: null,
      path: ['duties', d, 'limits', l],
      about: [duty.id, limit.id],
    })),
  );
  return [...onSteps, ...floors, ...ofDuties];
}

const aboutOf = ({ road, step }: Stand, { id }: Limit): readonly string[] => [road.route.id, step.id, id];

/** A term that must have run before its step can end. */
export const isFloor = ({ limit, stand }: Placed): boolean => stand?.step.earliest === limit;

/** A fault of one limit. */
export function limitFault(kind: Found['kind'], { limit, stand, path, about }: Placed, text: Found['text']): Found {
  return { kind, file: 'policy', path, clauses: [limit.clause], facts: stand?.road.facts ?? [], about, text };
}
