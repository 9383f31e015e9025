import type { Obstacle } from '../access/index.ts';
import type { ClauseId, RoleId, Step, Text } from '../policy/index.ts';
import { routeOf, stepOf, type Bound, type Clock, type Law, type Task } from '../procedure/index.ts';
import { extensionUnit, type ExtensionUnit, type Term } from '../time/index.ts';
import type { Ask } from './command.ts';
import { boundBy, digestOf } from './content.ts';
import { passFor, type Asking } from './decide.ts';
import type { Problem } from './problem.ts';
import { verbs } from './verbs/index.ts';
import { fixedParts, mayObject, termsOf } from '../procedure/verbs/index.ts';
import { around, type Case, type Target } from './verbs/verb.ts';

/** What the form must ask for beside the decision itself. */
export type Needs = {
  readonly opinion: boolean;
  readonly reason: boolean;
  readonly document: boolean;
  readonly recorded: boolean;
  readonly facts: readonly string[];
  readonly parts: boolean;
  /** Parts whose unit this person may not change; their people he may name. */
  readonly fixedParts: readonly RoleId[];
  readonly returnsTo: readonly { readonly step: string; readonly title: Text }[];
  readonly objection: boolean;
  /** In which units a last day is moved. */
  readonly lengthens: ExtensionUnit | null;
};

/** One verb as the screen may show it. Blocked ones stay and say why. */
export type Offer = {
  readonly type: Ask['type'];
  /** Task, copy or clock it is aimed at; null for the dossier itself. */
  readonly target: string | null;
  readonly title: Text | null;
  readonly unitName: string | null;
  readonly clause: ClauseId | null;
  readonly obstacle: Obstacle | null;
  /** The content the decision binds to, with its present digest. */
  readonly seen: Bound | null;
  readonly needs: Needs;
};

const nothing: Needs = {
  opinion: false,
  reason: false,
  document: false,
  recorded: false,
  facts: [],
  parts: false,
  fixedParts: [],
  returnsTo: [],
  objection: false,
  lengthens: null,
};

/** Verbs a person never has in hand: they come with an edition, a registration or the calendar. */
const notInHand = new Set<Ask['type']>([
  'RegisterProblem',
  'ListInEdition',
  'TakeOffEdition',
  'ReceiveConsent',
  'NoteLapse',
  'AmendClocks',
]);

/** Everything this person may or may not do with this problem now. The same guard answers as when it is decided. */
export function offers(problem: Problem, { by, on }: Asking, law: Law): Offer[] {
  const at = around(problem, { by, law, on });
  return (Object.keys(verbs) as Ask['type'][]) // the keys of the table are the asks
    .filter((type) => !notInHand.has(type))
    .flatMap((type) => targetsOf(type, problem, law).map((target) => offer(type, target, at)));
}

function targetsOf(type: Ask['type'], problem: Problem, law: Law): readonly (string | null)[] {
  if (type === 'TakeStep' || type === 'ReturnStep' || type === 'Urge')
    return problem.tasks.filter((task) => task.question === undefined).map((task) => task.id);
  if (type === 'RecordCopySent') return problem.copies.filter((copy) => copy.state === 'owed').map((copy) => copy.id);
  if (type === 'AcknowledgeCopy') return problem.copies.filter((copy) => copy.state === 'filed').map((copy) => copy.id);
  if (type === 'PauseTerm' || type === 'ResumeTerm') return termsOf(type, problem, law);
  if (type !== 'ExtendTerm') return [null];
  const terms = termsOf(type, problem, law);
  // a plan without extensions says so where people look for one, as long as anything may still run out
  return terms.length > 0 || problem.closedOn !== null ? terms : [null];
}

function offer<T extends Ask['type']>(type: T, id: string | null, at: Case): Offer {
  const verb = verbs[type];
  // a target's only other field is the id of what it is aimed at, under the name its verb reads
  const target = { type, task: id, copy: id, clock: id } as unknown as Target<T>;
  const pass = passFor(verb, at, target);
  const task = at.problem.tasks.find((open) => open.id === id) ?? null;
  const copy = at.problem.copies.find((filed) => filed.id === id) ?? null;
  const clock = aimsAtClock.has(type) ? (at.problem.clocks.find((running) => running.id === id) ?? null) : null;
  return {
    type,
    target: id,
    title: task?.title ?? clock?.title ?? null,
    unitName: task?.unitName ?? copy?.unitName ?? null,
    clause: verb.clause(at, target),
    obstacle: 'obstacle' in pass ? pass.obstacle : null,
    seen: type === 'TakeStep' && task ? seenOf(at, task) : null,
    needs: clock ? clockNeeds(type, clock) : needsOf(type, task, at),
  };
}

const aimsAtClock = new Set<Ask['type']>(['ExtendTerm', 'PauseTerm', 'ResumeTerm']);

const clockNeeds = (type: Ask['type'], { term }: Clock): Needs => ({
  ...nothing,
  reason: true,
  // a clock never runs on the plan's date as such: that runs as a fixed day
  lengthens: type === 'ExtendTerm' ? extensionUnit(term as Term) : null,
});

function seenOf({ problem, law }: Case, task: Task): Bound | null {
  const what = boundBy(problem, task, law);
  return what ? { what, digest: digestOf(problem, what, law) } : null;
}

function needsOf(type: Ask['type'], task: Task | null, at: Case): Needs {
  if (!task || !at.problem.runs[task.run])
    return {
      ...nothing,
      fixedParts: type === 'AssignParts' ? fixedParts(at) : [],
      reason: ['AssignParts', 'ContestHandOver', 'ArbitrateHandOver', 'CorrectProblem', 'WithdrawProblem'].includes(
        type,
      ),
    };
  const route = routeOf(at.law, task.run, at.problem.runs[task.run]!.route);
  const step = stepOf(route, task.step);
  if (type === 'ReturnStep') {
    const returnsTo = step.returnsTo.map((id) => ({ step: id, title: stepOf(route, id).title }));
    return { ...nothing, reason: true, recorded: task.external, returnsTo };
  }
  return type === 'TakeStep' ? stepNeeds(step, task, at.problem) : nothing;
}

function stepNeeds(step: Step, task: Task, problem: Problem): Needs {
  const decides = task.part === 'decide';
  return {
    ...nothing,
    opinion: true,
    document: decides && step.copies.some((copy) => copy.written),
    recorded: task.external,
    facts: decides ? step.settles : [],
    parts: step.do === 'hand-over' || step.do === 'claim',
    objection: mayObject(problem, task, step),
  };
}
