import type { Facts, Kind, Milestone, SheetField, Step } from '../model.ts';
import { mustBeFilled } from './required.ts';
import { reachedAt, reachedByStep } from './flow.ts';
import type { Exit, Road } from './survey.ts';
import { endings, reachable } from './ways.ts';

/** What comes of taking a road: milestones that may be reached on the way, and every way out of it. */
export type Passage = {
  readonly onTheWay: readonly Milestone[];
  readonly exits: readonly Exit[];
  /** Per step, the facts that are settled on every way to it. */
  readonly before: ReadonlyMap<number, ReadonlySet<string>>;
};

/** What a road leads through in a dossier of this kind, at these facts. */
export function passageOf({ route, procedure }: Road, kind: Kind, facts: readonly Facts[]): Passage {
  const taken = [...reachable(route)];
  const settles = new Map(taken.map((at) => [at, settledAt(route.steps[at]!, procedure.id, kind, facts)]));
  const before = settledBefore(taken, settles, (at) => endings(route, at).flatMap(({ to }) => to ?? []));
  const exits = taken.flatMap((at) =>
    endings(route, at)
      .filter(({ to }) => to === null)
      .map(({ outcome }): Exit => {
        const reaches = reachedAt(route.steps[at]!, outcome);
        return { at, outcome, reaches, settled: new Set([...(before.get(at) ?? []), ...(settles.get(at) ?? [])]) };
      }),
  );
  const onTheWay = taken.flatMap((at) => {
    const step = route.steps[at]!;
    const goesOn = endings(route, at).filter(({ to }) => to !== null);
    return [
      ...goesOn.flatMap(({ outcome }) => reachedAt(step, outcome)),
      ...(goesOn.length > 0 ? reachedByStep({ ...step, closes: false, outcomes: [] }) : []),
      ...(step.returnsTo.length > 0 ? [`returned/${procedure.id}`] : []),
    ];
  });
  return { onTheWay: [...new Set(onTheWay)].filter((milestone) => milestone !== 'closed'), exits, before };
}

/** Facts that are surely known once the step is done: those it settles, and fields it must fill in. */
export function settledAt(step: Step, run: string, kind: Kind, facts: readonly Facts[]): readonly string[] {
  const written = ({ id, by }: SheetField): boolean => by === `${run}/${step.id}` || (step.fills ?? []).includes(id);
  const fields = kind.sheet.filter(
    (field) => kind.facts.includes(field.id) && written(field) && mustBeFilled(field, facts),
  );
  return [...step.settles, ...fields.map(({ id }) => id)];
}

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
