import type { Step } from '../../model.ts';
import { reachedByStep } from '../flow/flow.ts';
import { writtenAt } from '../flow/passing.ts';
import type { Finder, Flow, Found, Leg, Road, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** A step that says what a fact is, with its stretch. */
type Saying = { readonly leg: Leg; readonly road: Road; readonly step: Step; readonly at: number };

/**
 * A fact that two steps say which may be open side by side, in two stretches of one flow: neither comes after the other, and
 * whoever happens to be the last would have it.
 */
export const sideBySide: Finder = (survey) =>
  survey.flows.flatMap((flow) =>
    flow.kind.facts.flatMap((fact) => {
      const sayings = sayingIn(flow, fact);
      return sayings.flatMap((one, index) =>
        sayings
          .slice(index + 1)
          .filter((other) => one.leg !== other.leg && areOpenTogether(one, other, flow, survey))
          .filter((other) => !comesBefore(one, other) && !comesBefore(other, one))
          .map((other) => unordered(one, other, fact, flow)),
      );
    }),
  );

const sayingIn = ({ legs, kind }: Flow, fact: string): readonly Saying[] => {
  const field = kind.sheet.find(({ id }) => id === fact);
  return legs.flatMap((leg) =>
    leg.roads.flatMap((road) =>
      road.route.steps.flatMap((step, at) =>
        step.settles.includes(fact) || (field && writtenAt(field, step, road.procedure.id))
          ? [{ leg, road, step, at }]
          : [],
      ),
    ),
  );
};

/** Whether some way of such a dossier has both stretches open at once, each on this road. */
const areOpenTogether = (one: Saying, other: Saying, flow: Flow, { walks }: Survey): boolean =>
  (walks.get(flow) ?? []).some(
    ({ world: { legs }, found: { beside } }) =>
      legs[one.leg.at]?.road === one.road &&
      legs[other.leg.at]?.road === other.road &&
      beside.has(`${one.leg.at} ${other.leg.at}`),
  );

/** Whether the other's stretch begins with what this step, or a later one of its route, reaches: then this one was before. */
const comesBefore = ({ road, at }: Saying, { leg }: Saying): boolean =>
  road.route.steps.some(
    (step, place) => place >= at && reachedByStep(step).some((milestone) => leg.stretch.begins.includes(milestone)),
  );

function unordered(one: Saying, other: Saying, fact: string, { kind }: Flow): Found {
  const [first, second] = [one, other].map(({ road, step }) => `${road.route.id} / ${step.id}`);
  return told('last-wins', [...other.road.path, 'steps', other.at], {
    clause: other.step.clause,
    facts: other.road.facts,
    about: [one.road.route.id, one.step.id, other.road.route.id, other.step.id, fact, kind.id],
    zh: `“${kind.title.zh}”的“${fact}”由 ${first} 和 ${second} 都来确定，而两步可能同时在办，没有先后，谁后办就以谁为准`,
    en: `"${fact}" of "${kind.id}" is said by ${first} and by ${second}, which may be open side by side: whoever happens to be last would have it`,
  });
}
