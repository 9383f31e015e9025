import type { Facts } from '../../model.ts';
import type { Flow, World } from '../survey/survey.ts';
import { filesNil, writtenAt } from './passing.ts';

/**
 * Fields that stay empty where there is nothing to report (零报告): those of whoever files the return, unless a step that is taken
 * all the same fills them in, or an act does.
 */
export function emptyInNil({ kind, legs, free, nil, owedFor }: Flow): ReadonlySet<string> {
  if (nil.size === 0) return new Set();
  const steps = legs.flatMap(({ roads }) =>
    roads.flatMap(({ route, procedure }) => route.steps.map((step) => ({ step, run: procedure.id }))),
  );
  const byActs = new Set(Object.values(kind.acts).flatMap(({ fills }) => fills ?? []));
  const filed = kind.sheet.filter((field) => {
    const writing = steps.filter(({ step, run }) => writtenAt(field, step, run));
    return writing.length > 0 && writing.every(({ step }) => filesNil(step, { nil })) && !byActs.has(field.id);
  });
  return new Set([...free, ...filed.map(({ id }) => id)].filter((id) => !owedFor.includes(id)));
}

/** The same way with nothing to report: what that leaves empty has no value, whatever it would have been. */
export function asNil(world: World, flow: Flow): World {
  const empty = emptyInNil(flow);
  const left = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).filter(([id]) => !empty.has(id)));
  const facts = new Map(world.facts.map((each) => [JSON.stringify(left(each)), left(each)]));
  return { ...world, facts: [...facts.values()], nil: true };
}
