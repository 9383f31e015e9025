import { handsIn } from '../../judging.ts';
import type { Milestone, SheetField, Step } from '../../model.ts';
import { mustBeFilled } from '../survey/required.ts';
import { reachedAt, reachedByStep } from './flow.ts';
import type { Exit, Flow, Road, World } from '../survey/survey.ts';
import { endings, reachable } from './ways.ts';

/** What comes of taking a road: milestones that may be reached on the way, and every way out of it. */
export type Passage = {
  /** Each with the facts that are settled whenever it is reached. */
  readonly onTheWay: ReadonlyMap<Milestone, ReadonlySet<string>>;
  readonly exits: readonly Exit[];
  /** Per step, the facts that are settled on every way to it. */
  readonly before: ReadonlyMap<number, ReadonlySet<string>>;
};

/** At which facts a dossier goes its way, and whether it is filed as nothing to report. */
export type Filed = Pick<World, 'facts' | 'nil'>;

/** What a road leads through in a dossier of this kind, at these facts. */
export function passageOf({ route, procedure }: Road, flow: Flow, filed: Filed): Passage {
  const taken = [...reachable(route)];
  const settles = new Map(taken.map((at) => [at, settledAt(route.steps[at]!, procedure.id, flow, filed)]));
  const before = settledBefore(taken, settles, (at) => endings(route, at).flatMap(({ to }) => to ?? []));
  const exits = taken.flatMap((at) =>
    endings(route, at)
      .filter(({ to }) => to === null)
      .map(({ outcome }): Exit => {
        const reaches = reachedAt(route.steps[at]!, outcome);
        return { at, outcome, reaches, settled: new Set([...(before.get(at) ?? []), ...(settles.get(at) ?? [])]) };
      }),
  );
  const onTheWay = new Map<Milestone, ReadonlySet<string>>();
  for (const at of taken) {
    const known = new Set([...(before.get(at) ?? []), ...(settles.get(at) ?? [])]);
    for (const milestone of reachedGoingOn(route, at, procedure.id))
      onTheWay.set(milestone, onTheWay.get(milestone)?.intersection(known) ?? known);
  }
  return { onTheWay, exits, before };
}

/** What a step reaches when the route goes on after it, or when it sends back. Closing is an end. */
function reachedGoingOn(route: Road['route'], at: number, run: string): readonly Milestone[] {
  const step = route.steps[at]!;
  const goesOn = endings(route, at).filter(({ to }) => to !== null);
  const reached = [
    ...goesOn.flatMap(({ outcome }) => reachedAt(step, outcome)),
    ...(goesOn.length > 0 ? reachedByStep({ ...step, closes: false, outcomes: [] }) : []),
    ...(step.returnsTo.length > 0 ? [`returned/${run}`] : []),
  ];
  return reached.filter((milestone) => milestone !== 'closed');
}

/**
 * Facts that are surely known once the step is done: those it settles, and fields that must be filled in by then. A sheet does not
 * leave whoever drafts it or hands it in before what must be there is there, unless there is nothing to report.
 */
export function settledAt(step: Step, run: string, flow: Flow, { facts, nil }: Filed): readonly string[] {
  const { kind, free } = flow;
  const written = nil && filesNil(step, flow) ? [] : kind.sheet.filter((field) => writtenAt(field, step, run));
  const complete = !nil && handsIn(step) ? kind.sheet.filter(({ id }) => free.has(id)) : [];
  const fields = [...written, ...complete]
    .filter(({ id }) => kind.facts.includes(id))
    .filter((field) => mustBeFilled(field, facts));
  return [...step.settles, ...fields.map(({ id }) => id)];
}

/** Whether the step writes this field, by its own word or by the field's. */
export const writtenAt = ({ id, by }: SheetField, step: Step, run: string): boolean =>
  by === `${run}/${step.id}` || (step.fills ?? []).includes(id);

/** Whether nothing to report may be filed by this step: then it fills nothing in. */
export const filesNil = (step: Step, { nil }: Pick<Flow, 'nil'>): boolean =>
  handsIn(step) && step.by.some(({ role }) => nil.has(role));

/** Per step what is settled on every way to it: what all ways have in common. */
function settledBefore(
  taken: readonly number[],
  settles: ReadonlyMap<number, readonly string[]>,
  next: (at: number) => readonly number[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const before = new Map<number, ReadonlySet<string>>([[0, new Set()]]);
  let changed = true;
  while (changed) {
    changed = false;
    for (const at of taken) {
      const known = before.get(at);
      if (!known) continue;
      const then = new Set([...known, ...(settles.get(at) ?? [])]);
      for (const to of next(at)) {
        const had = before.get(to);
        const both = had ? had.intersection(then) : then;
        if (had && both.size === had.size) continue;
        before.set(to, both);
        changed = true;
      }
    }
  }
  return before;
}
