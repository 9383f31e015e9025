import { explainStep, type StepExplained } from '../explain-step.ts';
import { mayPlay } from '../faults/offices.ts';
import { after } from '../faults/ways.ts';
import type { Pack, Route, Unit } from '../model.ts';
import { joinedSeats } from '../wording.ts';

/** A step as a diagram shows it. */
export type Box = {
  readonly step: StepExplained;
  readonly level: Unit['level'];
  /** Index of the step that follows, or null at the end. */
  readonly next: number | null;
  /** Indexes of steps it may be sent back to. */
  readonly back: readonly number[];
};

/** What lanes are called, from near to far. */
export const levels = {
  village: '村',
  township: '乡镇',
  county: '县',
  city: '市',
  province: '省',
  nation: '国家',
} as const satisfies Readonly<Record<Unit['level'], string>>;

const order: readonly Unit['level'][] = ['village', 'township', 'county', 'city', 'province', 'nation'];

/** The steps of a route with where each stands and leads. */
export function boxesOf(route: Route, pack: Pack): readonly Box[] {
  return route.steps.map((step, at) => ({
    step: explainStep(step, route, pack),
    level: mayPlay(pack, step.by[0]?.role ?? '', pack.policy.inForceFrom)[0]?.level ?? 'county',
    next: after(route, at),
    back: step.returnsTo
      .map((id) => route.steps.findIndex((other) => other.id === id))
      .filter((index) => index >= 0 && index < at),
  }));
}

/** Lanes that the boxes stand in, from near to far. */
export const lanesOf = (boxes: readonly Box[]): readonly Unit['level'][] =>
  order.filter((level) => boxes.some((box) => box.level === level));

/** Who acts, one line each; those who sign along come after. */
export const seatLines = ({ seats, together }: StepExplained): readonly string[] =>
  joinedSeats(seats, together).map((line) => line.zh);

/** The clause, with the ruling that put the step here. */
export const clauseLine = ({ clause, ruling }: StepExplained): string =>
  ruling === null ? clause : `${clause}，裁定${ruling}`;
