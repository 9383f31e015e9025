import { explainStep, type StepExplained } from '../explain/step.ts';
import { mayPlay } from '../faults/seats/offices.ts';
import { endings } from '../faults/flow/ways.ts';
import type { Pack, Route, Step, Unit } from '../model.ts';
import { joinedSeats, seatText } from '../wording.ts';
import { basisOf, type Box, type Drawing, type Said } from './drawing.ts';

const levels = {
  village: '村',
  township: '乡镇',
  county: '县',
  city: '市',
  province: '省',
  nation: '国家',
} as const satisfies Readonly<Record<Unit['level'], string>>;

const order: readonly Unit['level'][] = ['village', 'township', 'county', 'city', 'province', 'nation'];

/** The steps of a route with where each stands and leads, in lanes by level from near to far. */
export function routeDrawing(route: Route, pack: Pack): Drawing {
  const boxes = route.steps.map((step, at) => boxOf(step, at, route, pack));
  return {
    id: route.id,
    title: route.title.zh,
    basis: basisOf(route.clause, route.ruling),
    note: `虚线框：外部单位，由${seatText(pack, pack.policy.recorder).zh}代为记录。虚线：可退回。`,
    again: '退回',
    lanes: order
      .filter((level) => boxes.some((box) => box.lane === level))
      .map((level) => ({ id: level, label: levels[level] })),
    boxes,
  };
}

function boxOf(step: Step, at: number, route: Route, pack: Pack): Box {
  const said = explainStep(step, route, pack);
  const upheld = step.objections ? [step.objections.upheldTo] : [];
  return {
    lines: linesOf(said),
    lane: mayPlay(pack, step.by[0]?.role ?? '', pack.policy.inForceFrom)[0]?.level ?? 'county',
    next: [...new Set(endings(route, at).flatMap(({ to }) => to ?? []))],
    back: [...new Set([...step.returnsTo, ...upheld])]
      .map((id) => route.steps.findIndex((other) => other.id === id))
      .filter((index) => index >= 0 && index < at),
    outside: said.external,
    closes: step.closes || (step.outcomes ?? []).some((outcome) => outcome.closes),
  };
}

/** Who acts, one line each, those who sign along after them; the clause; whom it tells; how long; what else it says. */
function linesOf({ title, seats, together, clause, ruling, copies, limits, also }: StepExplained): readonly Said[] {
  return [
    ['title', title.zh],
    ...joinedSeats(seats, together).map((line): Said => ['seat', line.zh]),
    ['clause', basisOf(clause, ruling)],
    ...copies.map(({ who, addressed }): Said => ['copy', `${addressed ? '主送' : '抄送'} ${who.zh}`]),
    ...also.map((text): Said => ['copy', text.zh]),
    ...limits.map((limit): Said => ['limit', limit.words.zh]),
  ];
}
