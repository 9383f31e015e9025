import type { Step } from '../policy/index.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import type { Question } from '../procedure/question.ts';
import type { Dossier, Task } from '../procedure/dossier.ts';
import type { Obstacle } from './obstacle.ts';

/** What a step waits for whoever takes it: a ruling, the days that it must stand, objections that nobody has settled. */
export function notYet(dossier: Dossier, task: Task, step: Step, on: PlainDate): Obstacle | null {
  const question = questionAt(dossier, task);
  if (question) return { code: 'question-open', question: question.text };
  return tooEarly(dossier, task, step, on) ?? objectionsOpen(dossier, task);
}

/** A question that this step has asked and that nobody has ruled on. */
export const questionAt = ({ questions }: Dossier, { run, step }: Pick<Task, 'run' | 'step'>): Question | null =>
  questions.find((each) => each.ruling === null && each.run === run && each.step === step) ?? null;

/** The last day of the term is still a day of it: the step can end on the day after. */
function tooEarly(dossier: Dossier, task: Task, { earliest }: Step, on: PlainDate): Obstacle | null {
  if (!earliest) return null;
  const floor = dossier.clocks.findLast(
    ({ floor: runs, target }) => runs && target?.run === task.run && target.step === task.step,
  );
  // what it counts from has not happened, or it stands still: nobody can say yet
  if (!floor || floor.due === null) return { code: 'out-of-turn', at: task.id };
  return on > floor.due ? null : { code: 'too-early', from: addDays(floor.due, 1) };
}

function objectionsOpen({ objections }: Dossier, { run, step }: Task): Obstacle | null {
  const open = objections.filter((each) => each.run === run && each.step === step && each.outcome === null).length;
  return open > 0 ? { code: 'objections-open', count: open } : null;
}
