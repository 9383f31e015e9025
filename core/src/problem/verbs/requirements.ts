import { factsMissing, type Obstacle } from '../../access/index.ts';
import { chooseRoute, routeOf, stepOf, type Task } from '../../procedure/index.ts';
import type { Problem } from '../problem.ts';
import type { Case } from './verb.ts';

/** What a step asks of this problem besides the right person: facts for the road ahead, a plan to send, people to answer. */
export function subjectObstacle(at: Case, task: Task): Obstacle | null {
  const { problem, law } = at;
  const step = stepOf(routeOf(law, task.run, problem.runs[task.run]!.route), task.step);
  if (step.do === 'hand-over') return roadAhead(at);
  if (task.run === 'handover' && problem.contested) return { code: 'hand-over-contested' };
  if (step.writes === 'plan' || step.binds === 'plan') return planMissing(problem) ?? peopleMissing(at);
  return null;
}

/** A hand-over starts clocks, so the route must be known by then, and nothing may still change it; unknown is not no. */
function roadAhead({ problem, law }: Case): Obstacle | null {
  const open = Object.values(problem.runs).filter((run) => run.id !== 'handover' && run.finishedOn === null);
  const unsettled = open
    .flatMap((run) => routeOf(law, run.id, run.route).steps.flatMap((step) => step.settles))
    .filter((fact) => problem.facts[fact] === undefined);
  if (unsettled.length > 0) return factsMissing([...new Set(unsettled)], law.policy);
  const choices = (['plan', 'acceptance'] as const).map((run) => chooseRoute(run, problem.facts, law));
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
  const missing = law.policy.caseRoles
    .filter((role) => role.required)
    .filter((role) => {
      const parts = problem.parts[role.id] ?? [];
      return parts.length === 0 || parts.some((part) => !part.person?.name.trim());
    });
  return missing.length > 0 ? { code: 'parts-missing', missing: missing.map((role) => role.id) } : null;
}
