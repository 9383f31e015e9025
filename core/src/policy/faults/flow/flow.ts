import {
  FOR_EACH,
  type Kind,
  type Milestone,
  type Outcome,
  type Pack,
  type RoleId,
  type StartEvent,
  type Step,
} from '../../model.ts';
import { ownMilestones } from '../../milestones.ts';
import { stepNamed } from '../../start-event.ts';
import type { Flow, Leg, Road, Source, Stand } from '../survey/survey.ts';
import { chain } from './ways.ts';

/** Lays out every kind of the pack. */
export function flowsOf({ policy }: Pack, roads: readonly Road[]): readonly Flow[] {
  const { kinds = [] } = policy;
  return kinds.map((kind, index): Flow => {
    const legs = kind.flow.map((stretch, at): Leg => {
      const procedure = policy.procedures.find(({ id }) => id === stretch.run) ?? null;
      const path = ['kinds', index, 'flow', at];
      return { stretch, at, path, procedure, roads: roads.filter((road) => road.procedure === procedure) };
    });
    const sources = placed(kind, kinds, legs);
    return {
      kind,
      path: ['kinds', index],
      legs,
      sources,
      free: freeFields(kind, legs),
      nil: nilFilers(kind, policy),
      owedFor: owedForIn(kind, policy),
    };
  });
}

/** Who files nothing to report in a dossier of this kind: whoever owes it by a duty that takes that for a return. */
const nilFilers = ({ id }: Kind, { duties }: Pack['policy']): ReadonlySet<RoleId> =>
  new Set(duties.flatMap(({ runs }) => (runs?.nil && runs.files === id ? [runs.filer] : [])));

/** Fields that surely say what the dossier is owed for: only duties open it, and each of them for the rows of a table. */
function owedForIn({ id, opens, sheet }: Kind, { duties }: Pack['policy']): readonly string[] {
  const filing = duties.flatMap(({ runs }) => (runs?.files === id ? [runs] : []));
  const always = filing.length > 0 && filing.every(({ forEach }) => typeof forEach === 'object');
  return always && !opens ? sheet.filter(({ prefilled }) => prefilled === FOR_EACH).map((field) => field.id) : [];
}

function freeFields({ sheet, acts }: Kind, legs: readonly Leg[]): ReadonlySet<string> {
  const steps = legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps));
  const elsewhere = new Set([...steps, ...Object.values(acts)].flatMap(({ fills }) => fills ?? []));
  return new Set(sheet.filter(({ id, by }) => by === undefined && !elsewhere.has(id)).map(({ id }) => id));
}

type Said = { readonly reaches?: Milestone; readonly closes: boolean };

/** Milestones of one end of a step: its own, that of the outcome, closure. */
export const reachedAt = (step: Step, outcome: Outcome | null): readonly Milestone[] => [
  ...milestonesOf(step),
  ...(outcome ? milestonesOf(outcome) : []),
];

const milestonesOf = ({ reaches, closes }: Said): readonly Milestone[] => [
  ...(reaches ? [reaches] : []),
  ...(closes ? ['closed'] : []),
];

/** Milestones that this step may reach, whichever way it ends. */
export const reachedByStep = (step: Step): readonly Milestone[] => [
  ...new Set([...milestonesOf(step), ...(step.outcomes ?? []).flatMap(milestonesOf)]),
];

function placed(kind: Kind, kinds: readonly Kind[], legs: readonly Leg[]): readonly Source[] {
  const known: readonly Source[] = [
    { milestone: 'opened', by: 'opening', id: kind.id, place: -1 },
    ...legs.flatMap(ofLeg),
  ];
  const elsewhere = [
    ...Object.entries(kind.acts).flatMap(([id, { reaches }]) =>
      reaches ? [{ milestone: reaches, by: 'act' as const, id }] : [],
    ),
    ...kinds.flatMap(({ tells }) =>
      tells.flatMap((tell) => ('reach' in tell ? [{ milestone: tell.reach, by: 'tell' as const, id: tell.id }] : [])),
    ),
    ...ownMilestones[kind.is].map((milestone) => ({ milestone, by: 'subject' as const, id: kind.is })),
  ];
  return [...known, ...elsewhere.map((source) => ({ ...source, place: beforeBegin(source.milestone, legs) }))];
}

/** What acts and other dossiers bring comes before the first stretch that waits for it. */
function beforeBegin(milestone: Milestone, legs: readonly Leg[]): number | null {
  const waiting = legs.findIndex(({ stretch }) => stretch.begins.includes(milestone));
  return waiting < 0 ? null : waiting - 0.01;
}

function ofLeg({ stretch, at, roads }: Leg): readonly Source[] {
  const { run, ends } = stretch;
  const steps = roads.flatMap(({ route }) =>
    route.steps.flatMap((step, index) => {
      const place = placeOfStep(at, route, index);
      return [
        ...reachedByStep(step).map((milestone): Source => ({ milestone, by: 'step', id: run, place })),
        ...(step.returnsTo.length > 0 ? [{ milestone: `returned/${run}`, by: 'return' as const, id: run, place }] : []),
      ];
    }),
  );
  const over = [`ended/${run}`, ...(ends ? [ends] : [])].map((milestone): Source => ({
    milestone,
    by: 'stretch',
    id: run,
    place: at + 0.98,
  }));
  return [...steps, ...over];
}

/** Where the end of a step lies: between the stretch's beginning and its end; null on no way through the route. */
export function placeOfStep(at: number, route: Road['route'], index: number): number | null {
  const way = chain(route, 0).indexOf(index);
  return way < 0 ? null : at + (way + 1) / (route.steps.length + 2);
}

/** The first flow in which this road is taken. */
export const flowOf = (road: Road, flows: readonly Flow[]): Flow | null => flowsWith(road, flows)[0]?.flow ?? null;

/** The flows in which this road is taken, each with the stretch it is taken in. */
export const flowsWith = (road: Road, flows: readonly Flow[]): readonly { readonly flow: Flow; readonly leg: Leg }[] =>
  flows.flatMap((flow) => {
    const leg = flow.legs.find(({ procedure }) => procedure === road.procedure);
    return leg ? [{ flow, leg }] : [];
  });

/** Where on the way of such a dossier a milestone first comes; null where it cannot be told, undefined where nothing brings it. */
export function placeOf(milestone: Milestone, { sources }: Flow): number | null | undefined {
  const bringing = sources.filter((source) => source.milestone === milestone);
  if (bringing.length === 0) return undefined;
  const places = bringing.flatMap(({ place }) => place ?? []);
  return places.length === 0 ? null : Math.min(...places);
}

/** Where an event lies on the way of a dossier in which this road is taken; null where nobody can say. */
export function placeOnRoad(event: StartEvent, { road, at: here }: Stand, flow: Flow): number | null {
  if (event === 'new-year') return null;
  const { route, procedure } = road;
  const at = flow.legs.findIndex((leg) => leg.procedure === procedure);
  const placeOfId = (id: string | undefined): number | null =>
    placeOfStep(
      at,
      route,
      route.steps.findIndex((step) => step.id === id),
    );
  if (event === 'opening') return opened(placeOfStep(at, route, here));
  if (event.startsWith('opening/')) return opened(placeOfId(event.slice('opening/'.length)));
  const named = stepNamed(event);
  if (named?.procedure && named.procedure !== procedure.id) {
    const there = flow.legs.findIndex((leg) => leg.procedure?.id === named.procedure);
    return there < 0 ? null : there + 0.5; // some time in the course of that procedure
  }
  if (named) return placeOfId(named.step);
  const reaching = route.steps.findIndex((step) => reachedByStep(step).includes(event));
  return reaching < 0 ? (placeOf(event, flow) ?? null) : placeOfStep(at, route, reaching);
}

// a step opens right after the one before it has ended
const opened = (place: number | null): number | null => (place === null ? null : place - 0.001);
