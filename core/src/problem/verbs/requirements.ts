import { factsMissing, type Obstacle } from '../../access/index.ts';
import { chooseRoute, hasProcedure, kindIn, routeOf, stepOf, type Task } from '../../procedure/index.ts';
import { isRequired, partsHere } from '../../procedure/verbs/index.ts';
import { evaluate } from '../../policy/index.ts';
import type { Problem } from '../problem.ts';
import { openMeasures } from './reworking.ts';
import type { Case } from './verb.ts';

/** What a step asks of this problem besides the right person: facts for the road ahead, a plan to send, people to answer. */
export function subjectObstacle(at: Case, task: Task): Obstacle | null {
  const { problem, law } = at;
  const step = stepOf(routeOf(law, task.run, problem.runs[task.run]!.route), task.step);
  if (step.do === 'hand-over') return roadAhead(at, task);
  const again = step.do === 'self-check' ? openMeasures(problem).filter(({ reopened }) => reopened) : [];
  if (again.length > 0) return { code: 'measures-open', measures: again.map(({ text }) => text) };
  // while a hand-over is contested nobody goes on in it
  const hands = problem.runs[task.run]!.acts.some((act) => act.do === 'hand-over');
  if (hands && problem.contested) return { code: 'hand-over-contested' };
  if (holds(step.writes) || holds(step.binds)) return planMissing(problem) ?? peopleMissing(at);
  return null;
}

/** Whether the plan is among the contents that a step writes or binds. */
const holds = (contents: string | undefined): boolean => contents?.split('+').includes('plan') ?? false;

/** A hand-over starts clocks, so the route must be known by then, and nothing may still change it; unknown is not no. */
function roadAhead({ problem, law }: Case, handing: Task): Obstacle | null {
  const open = Object.values(problem.runs).filter((run) => run.id !== handing.run && run.finishedOn === null);
  const unsettled = open
    .flatMap((run) => routeOf(law, run.id, run.route).steps.flatMap((step) => step.settles))
    .filter((fact) => problem.facts[fact] === undefined);
  if (unsettled.length > 0) return factsMissing([...new Set(unsettled)], law.policy);
  const ahead = (kindIn(law, problem.kind)?.flow ?? [])
    .filter(({ when }) => evaluate(when, problem.facts).holds !== 'no')
    .map(({ run }) => run);
  const choices = ahead
    .filter((run) => !problem.runs[run] && hasProcedure(law, run))
    .map((run) => chooseRoute(run, problem.facts, law));
  for (const choice of choices) if ('obstacle' in choice) return choice.obstacle;
  return null;
}

function planMissing({ plan, measures }: Problem): Obstacle | null {
  const missing = [
    ...(plan?.target.trim() ? [] : ['target']),
    ...(plan && (plan.deadline.date || plan.deadline.longTerm) ? [] : ['deadline']),
    ...(measures.length > 0 ? [] : ['measures']),
  ];
  return missing.length > 0 ? { code: 'plan-missing', missing } : null;
}

/** Responsibility down to the unit and the person: no empty posts (二(二).1). */
function peopleMissing({ problem, law }: Case): Obstacle | null {
  const missing = partsHere(problem, law)
    .filter((role) => isRequired(role, problem.facts))
    .filter((role) => {
      const parts = problem.parts[role.id] ?? [];
      return parts.length === 0 || parts.some((part) => !part.person?.name.trim());
    });
  return missing.length > 0 ? { code: 'parts-missing', missing: missing.map((role) => role.id) } : null;
}
