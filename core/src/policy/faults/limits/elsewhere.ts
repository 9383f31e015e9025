import type { Facts, Procedure, Route, Text } from '../../model.ts';
import type { StepNamed } from '../../start-event.ts';
import type { Flow, Stand, Survey } from '../survey/survey.ts';
import { flowsWith } from '../flow/flow.ts';
import { chain } from '../flow/ways.ts';

/** A step of another procedure that does not come to pass before this one: the facts at which it does not, and why. */
export type Never = { readonly facts: readonly Facts[]; readonly why: Text };

/** Whether the named step of another procedure has been taken by the time this step is reached, at all facts that lead here. */
export function neverElsewhere(named: StepNamed, stand: Stand, survey: Survey): Never | null {
  const procedure = survey.pack.policy.procedures.find((each) => each.id === named.procedure);
  const always = (zh: string, en: string): Never => ({ facts: stand.road.facts, why: { zh, en } });
  if (!procedure?.routes.some((route) => passes(route, named.step)))
    return always('没有一条路径会走到这一步', 'no route comes to that step');
  for (const { flow, leg } of flowsWith(stand.road, survey.flows)) {
    const there = legOf(flow, procedure);
    if (there === null)
      return always(
        `“${procedure.title.zh}”不在“${flow.kind.title.zh}”的流程中，是另一份档案，时限不能从它的步骤起算`,
        `"${procedure.id}" does not run in "${flow.kind.id}": it belongs to another dossier`,
      );
    if (there >= leg.at) return always('这一步不在此前的程序中', 'that step is not in an earlier procedure');
  }
  const without = elsewhere(procedure, named.step, stand, survey);
  if (without.length === 0) return null;
  return {
    facts: without,
    why: { zh: '这些情形所走的路径没有这一步', en: 'the routes at these facts do not have that step' },
  };
}

const legOf = ({ legs }: Flow, procedure: Procedure): number | null =>
  legs.find((leg) => leg.procedure === procedure)?.at ?? null;

const passes = (route: Route, step: string): boolean => chain(route, 0).some((at) => route.steps[at]?.id === step);

/** Facts that lead onto this road and, in the other procedure, onto a route without the step. */
function elsewhere(procedure: Procedure, step: string, { road }: Stand, survey: Survey): readonly Facts[] {
  const astray = (survey.trials.get(procedure) ?? []).filter(
    ({ choice }) => choice.outcome === 'route' && !passes(choice.route, step),
  );
  // only facts that both procedures ask about can keep the two apart
  const [ours, theirs] = [road.facts[0] ?? {}, astray[0]?.facts ?? {}];
  const shared = Object.keys(theirs).filter((fact) => Object.hasOwn(ours, fact));
  const key = (facts: Facts): string => JSON.stringify(shared.map((fact) => facts[fact]));
  const here = Map.groupBy(road.facts, key);
  return astray.flatMap(({ facts }) => (here.get(key(facts)) ?? []).slice(0, 1).map((own) => ({ ...own, ...facts })));
}
