import { refuse, type Actor, type Obstacle, type Pass, type Refusal } from '../access/index.ts';
import { askCoSigners, draftOn, pointAtDays, signatureOf, type LastAct, type Law } from '../procedure/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import type { Ask, Command } from './command.ts';
import { boundBy, digestOf } from './content.ts';
import type { ProblemEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { Problem } from './problem.ts';
import { verbs } from './verbs/index.ts';
import { seenOtherwise, taskOf } from '../procedure/verbs/index.ts';
import { reopenedBy, writeMilestone } from './milestones.ts';
import { pointOf, type Point } from './point.ts';
import { around, type Case, type Target, type Verb } from './verbs/verb.ts';

/** Events to append, in order, or a refusal with its clause; never both. */
export type Decision = { readonly events: readonly ProblemEvent[] } | { readonly refused: Refusal };

/** Decides one command: events, or a refusal with its clause. No clock, no dice, no I/O. */
export function decide(command: Command, problem: Problem, law: Law): Decision {
  const { by, on, instant, claimedOn, ...ask } = command;
  const last = ask.type === 'WithdrawAct' ? ask.last : undefined;
  // the rest of a command is its ask: the compiler loses the union when fields are taken off it
  return answer(ask as Ask, around(problem, { by, law, on, instant, last }), claimedOn);
}

function answer<T extends Ask['type']>(
  ask: Extract<Ask, { type: T }>,
  at: Case,
  claimedOn: PlainDate | undefined,
): Decision {
  const verb = verbs[ask.type];
  const target = ask as unknown as Target<T>; // an ask names its target among its fields
  const clause = at.problem.registeredOn === null ? null : verb.clause(at, target);
  const pass = toldPass(ask, at) ?? passFor(verb, at, target);
  if ('obstacle' in pass) return refuse(pass.obstacle, clause);

  const faults = [...verb.faults(at, ask), ...claimFaults(at.on, claimedOn)];
  if (faults.length > 0) return { refused: { code: 'bad-input', faults, clause } };
  const changed = contentChanged(ask, at);
  if (changed) return { refused: changed };

  const draft = draftOn(at.problem, evolve, signatureOf(at, pass.posting, claimedOn), {
    milestone: writeMilestone,
    reopens: reopenedBy,
    content: digestOf,
  });
  verb.write(draft, ask, at.law);
  askCoSigners(draft, at.law);
  pointAtDays(draft, at.law);
  return { events: draft.events() };
}

/** What a tell registers is registered in the name of the act that reached the milestone. */
function toldPass(ask: Ask, { problem, by }: Case): Pass | null {
  if (ask.type !== 'RegisterProblem' || !ask.told || problem.registeredOn !== null) return null;
  const posting = by.postings[0];
  return posting ? { posting } : null;
}

/** Stage first, then the verb's own guard. Offers and decisions both come through here. */
export function passFor<T extends Ask['type']>(verb: Verb<T>, at: Case, target: Target<T>): Pass {
  const obstacle = pointObstacle(verb.stages, at);
  return obstacle ? { obstacle } : verb.pass(at, target);
}

function pointObstacle(needs: readonly Point[], { problem, law }: Case): Obstacle | null {
  const point = pointOf(problem, law);
  if (needs.includes(point)) return null;
  if (point === 'absent') return { code: 'unknown-dossier' };
  if (needs.length === 1 && needs[0] === 'absent') return { code: 'already-registered' };
  if (problem.closedOn !== null) return { code: 'closed', on: problem.closedOn };
  return { code: 'wrong-stage', stage: point, needs };
}

const claimFaults = (on: PlainDate, claimedOn: PlainDate | undefined) =>
  claimedOn && claimedOn > on ? [{ field: 'claimedOn', code: 'in-the-future' } as const] : [];

/** A decision binds to what was seen: if that is no longer what the dossier says, nobody decides. */
function contentChanged(ask: Ask, { problem, law }: Case): Refusal | null {
  if (ask.type !== 'TakeStep') return null;
  const task = taskOf(problem, ask.task)!;
  return seenOtherwise(boundBy(problem, task, law), ask.seen, task.clause);
}

/** A person who asks on a day. */
export type Asking = {
  readonly by: Actor;
  readonly on: PlainDate;
  readonly instant?: LocalTime;
  /** What was done last, where it is to be offered back. */
  readonly last?: LastAct | undefined;
};
