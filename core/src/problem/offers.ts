import type { Step } from '../policy/index.ts';
import {
  daysBefore,
  isUrgable,
  needsNothing,
  routeOf,
  stepOf,
  type Clock,
  type Law,
  type Needs,
  type OfferOf,
  type Task,
} from '../procedure/index.ts';
import { extensionUnit, type Term } from '../time/index.ts';
import { problemLines } from './charges.ts';
import type { Ask } from './command.ts';
import { boundBy } from './content.ts';
import { passFor, type Asking } from './decide.ts';
import type { Problem } from './problem.ts';
import { verbs } from './verbs/index.ts';
import {
  demandedOf,
  differedOn,
  actTitle,
  fixedParts,
  isOwnAct,
  mayObject,
  openObjections,
  publicTasks,
  questionsFor,
  returnsToOf,
  ruleNeeds,
  termsOf,
} from '../procedure/verbs/index.ts';
import { reopenable } from './verbs/reworking.ts';
import { around, type Case, type Target } from './verbs/verb.ts';

/** One verb on a problem as the screen may show it. */
export type Offer = OfferOf<Ask['type']>;

/** Verbs a person never has in hand: they come with an edition, a registration or the calendar. */
const notInHand = new Set<Ask['type']>([
  'RegisterProblem',
  'ListInEdition',
  'AbsorbDouble',
  'ReleaseDouble',
  'TakeOffEdition',
  'ReceiveConsent',
  'ReachTold',
  'AdoptRevision',
  'FollowReform',
  'NoteLapse',
  'AmendClocks',
]);

/** Everything this person may or may not do with this problem now. The same guard answers as when it is decided. */
export function offers(problem: Problem, { by, on, instant, last }: Asking, law: Law): Offer[] {
  const at = around(problem, { by, law, on, instant, last });
  return (Object.keys(verbs) as Ask['type'][]) // the keys of the table are the asks
    .filter((type) => !notInHand.has(type))
    .flatMap((type) => targetsOf(type, at).map((target) => offer(type, target, at)));
}

function targetsOf(type: Ask['type'], at: Case): readonly (string | null)[] {
  const { problem, law } = at;
  switch (type) {
    case 'WithdrawAct':
      return isOwnAct(at) ? [null] : [];
    case 'TakeStep':
    case 'ReturnStep':
      return problem.tasks.filter((task) => task.question === undefined).map(({ id }) => id);
    case 'Urge':
      return problemLines(problem, law).flatMap((line) => (isUrgable(line) ? [line.id] : []));
    case 'NoteDays':
      return daysBefore(problem, at.by).map((line) => line.id);
    case 'RecordCopySent':
      return problem.copies.filter(({ state }) => state === 'owed').map(({ id }) => id);
    case 'AcknowledgeCopy':
      return problem.copies.filter(({ state }) => state === 'filed').map(({ id }) => id);
    case 'RaiseObjection':
      return publicTasks(problem, law).map(({ id }) => id);
    case 'SettleObjection':
      return openObjections(problem).map(({ id }) => id);
    case 'RuleQuestion':
    case 'EndRuling':
      return questionsFor(type, problem);
    case 'PauseTerm':
    case 'ResumeTerm':
      return termsOf(type, problem, law);
    case 'ExtendTerm': {
      const terms = termsOf(type, problem, law);
      // a plan without extensions says so where people look for one, as long as anything may still run out
      return terms.length > 0 || problem.closedOn !== null ? terms : [null];
    }
    default:
      return [null];
  }
}

function offer<T extends Ask['type']>(type: T, id: string | null, at: Case): Offer {
  const verb = verbs[type];
  // a target's only other field is the id of what it is aimed at, under the name its verb reads
  const target = { type, task: id, copy: id, clock: id, objection: id, question: id } as unknown as Target<T>;
  const pass = passFor(verb, at, target);
  const task = at.problem.tasks.find((open) => open.id === id) ?? null;
  const copy = at.problem.copies.find((filed) => filed.id === id) ?? null;
  const clock = aimsAtClock.has(type) ? (at.problem.clocks.find((running) => running.id === id) ?? null) : null;
  const line = toLine.has(type) ? problemLines(at.problem, at.law).find((open) => open.id === id) : null;
  const question = at.problem.questions.find((each) => each.id === id);
  return {
    type,
    target: id,
    title: task?.title ?? line?.title ?? clock?.title ?? question?.text ?? actTitle(type, at),
    unitName: task?.unitName ?? line?.unitName ?? copy?.unitName ?? null,
    clause: verb.clause(at, target),
    obstacle: 'obstacle' in pass ? pass.obstacle : null,
    seen: type === 'TakeStep' && task ? boundBy(at.problem, task, at.law) : null,
    needs: clock ? clockNeeds(type, clock) : question ? ruleNeeds(type, question, at) : needsOf(type, task, at),
  };
}

/** Verbs that are aimed at a line, step or not. */
const toLine = new Set<Ask['type']>(['Urge', 'NoteDays']);

const aimsAtClock = new Set<Ask['type']>(['ExtendTerm', 'PauseTerm', 'ResumeTerm']);

const clockNeeds = (type: Ask['type'], { term }: Clock): Needs => ({
  ...needsNothing,
  reason: true,
  // a clock never runs on the plan's date as such: that runs as a fixed day
  lengthens: type === 'ExtendTerm' ? extensionUnit(term as Term) : null,
});

function needsOf(type: Ask['type'], task: Task | null, at: Case): Needs {
  if (!task || !at.problem.runs[task.run])
    return {
      ...needsNothing,
      fixedParts: type === 'AssignParts' ? fixedParts(at) : [],
      reason: [
        'AssignParts',
        'ContestHandOver',
        'ArbitrateHandOver',
        'CorrectProblem',
        'WithdrawProblem',
        'MergeInto',
        'Unmerge',
        'TellApart',
        'WithdrawAct',
        'SettleObjection',
      ].includes(type),
    };
  const route = routeOf(at.law, task.run, at.problem.runs[task.run]!.route);
  const step = stepOf(route, task.step);
  if (type === 'ReturnStep') {
    const returnsTo = returnsToOf(step, task).map((id) => ({ step: id, title: stepOf(route, id).title }));
    const measures = reopenable(at.problem, task.id, at.law).map(({ id, text }) => ({ id, text }));
    return { ...needsNothing, reason: true, recorded: task.external, returnsTo, measures };
  }
  return type === 'TakeStep' ? stepNeeds(step, task, at.problem) : needsNothing;
}

function stepNeeds(step: Step, task: Task, problem: Problem): Needs {
  const decides = task.part === 'decide';
  return {
    ...needsNothing,
    opinion: true,
    document: decides && step.copies.some((copy) => copy.written),
    recorded: task.external,
    facts: decides ? step.settles : [],
    parts: step.do === 'hand-over' || step.do === 'claim',
    demands: demandedOf(step, task),
    objection: mayObject(problem, task, step),
    differed: differedOn(problem, task),
    outcomes: decides ? (step.outcomes ?? []).map(({ id, title }) => ({ id, title })) : [],
  };
}
