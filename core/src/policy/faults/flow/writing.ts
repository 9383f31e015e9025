import type { Step } from '../../model.ts';
import { flowsWith } from './flow.ts';
import { sitters } from '../seats/offices.ts';
import type { Finder, Flow, Found, Leg, Road, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';
import { chain } from './ways.ts';

/** What is there without anybody's writing it: the sheet, what proves something, what was done, who is in a list. */
const thereAnyway: ReadonlySet<string> = new Set(['sheet', 'evidence', 'results', 'members', 'edition']);

/**
 * Content that is decided on before it can exist: no step before writes it, or only steps of units that do not sign in here,
 * for which an act can be recorded and no text written. A problem's plan must be written on every road that puts it in force.
 */
export const nobodyWrites: Finder = (survey) =>
  survey.roads.flatMap((road): readonly Found[] => {
    const way = stepsOn(road);
    const bound = way.flatMap((step, at) =>
      step.binds && step.writes !== step.binds ? [{ what: step.binds, at }] : [],
    );
    const wanted = [
      ...bound.filter(({ what }) => !what.split('+').every((each) => thereAnyway.has(each))),
      ...(putsInForce(road, survey) ? [{ what: 'plan', at: way.length }] : []),
    ];
    const lacking = wanted.filter(({ what, at }) => {
      const before = [...way.slice(0, at), ...earlier(road, survey)];
      return !before.some((step) => step.writes === what && signsIn(step, survey));
    });
    return [...new Map(lacking.toReversed().map((lack) => [lack.what, lack])).values()].map(({ what, at }) =>
      unwritten(road, what, way[at]),
    );
  });

const stepsOn = ({ route }: Road): readonly Step[] => chain(route, 0).flatMap((index) => route.steps[index] ?? []);

/** A problem's plan is in force when this stretch has ended. */
const putsInForce = (road: Road, { flows }: Survey): boolean =>
  flowsWith(road, flows).some(({ flow, leg }) => flow.kind.is === 'problem' && leg.stretch.ends === 'plan-issued');

/** Steps of the stretches before, on whichever road: what they wrote is there in every kind of dossier that comes here. */
function earlier(road: Road, { flows }: Survey): readonly Step[] {
  const before = (legs: readonly Leg[], at: number) =>
    legs.filter((leg) => leg.at < at).flatMap(({ roads }) => roads.flatMap(stepsOn));
  const [first, ...others] = flowsWith(road, flows).map(({ flow, leg }) => before(flow.legs, leg.at));
  return (first ?? []).filter((step) => others.every((steps) => steps.includes(step)));
}

function signsIn(step: Step, { pack, days }: Survey): boolean {
  const sitting = days.flatMap((day) => sitters(pack, step.by, day));
  return sitting.length === 0 || sitting.some((unit) => !unit.external); // an empty office is a fault of its own
}

function unwritten({ route, path, facts }: Road, what: string, stuck: Step | undefined): Found {
  const at = stuck ? ['steps', route.steps.indexOf(stuck)] : [];
  return {
    kind: 'dead-end',
    file: 'policy',
    path: [...path, ...at],
    clauses: [stuck?.clause ?? route.clause],
    facts,
    about: [route.id, ...(stuck ? [stuck.id] : []), 'writes'],
    text: {
      zh: `${route.id}：${stuck ? `到“${stuck.title.zh}”时` : ''}没有任何单位可以起草它所要审定的内容（writes: ${what}）`,
      en: `${route.id}: nobody may write what is to be decided on (writes: ${what})${stuck ? ` before "${stuck.id}"` : ''}`,
    },
  };
}

/** A place of a kind that fills fields in: a step of its flow, or an act of the pack. */
type Filling = { readonly name: string; readonly fills: readonly string[]; readonly path: Found['path'] };

function fillings({ kind, path, legs }: Flow): readonly Filling[] {
  const steps = legs.flatMap(({ stretch, roads }) =>
    roads.flatMap((road) =>
      road.route.steps.map(({ id, fills = [] }, at) => ({
        name: `${stretch.run}/${id}`,
        fills,
        path: [...road.path, 'steps', at, 'fills'],
      })),
    ),
  );
  const acts = Object.entries(kind.acts).map(([name, { fills = [] }]) => ({
    name,
    fills,
    path: [...path, 'acts', name, 'fills'],
  }));
  return [...steps, ...acts];
}

/**
 * Fields that say which one step writes them, and that another step or an act fills in all the same: what was decided there would be
 * changed elsewhere, by another hand, after ways were chosen by it.
 */
export const writtenElsewhere: Finder = ({ flows }) =>
  flows.flatMap((flow) =>
    fillings(flow).flatMap(({ name, fills, path }) =>
      flow.kind.sheet
        .filter(({ id, by }) => by !== undefined && by !== name && fills.includes(id))
        .map((field) => ({
          ...told('shape', path, {
            about: [flow.kind.id, field.id, name],
            zh: `“${flow.kind.title.zh}”的“${field.label.zh}”写明只由 ${field.by} 填写（by），${name} 不能再填写它（fills）`,
            en: `"${field.id}" of "${flow.kind.id}" is written by ${field.by} alone (by), and ${name} fills it in as well (fills)`,
          }),
          onlyBy: null,
        })),
    ),
  );
