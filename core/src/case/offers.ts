import { mayRead } from '../access/index.ts';
import type { Text } from '../policy/index.ts';
import {
  daysBefore,
  isUrgable,
  needsNothing,
  routeOf,
  stepOf,
  type Law,
  type Moment,
  type Needs,
  type OfferOf,
  type Task,
} from '../procedure/index.ts';
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
  stepOfTask,
  termsOf,
} from '../procedure/verbs/index.ts';
import { extensionUnit, type Term } from '../time/index.ts';
import type { Case } from './case.ts';
import { caseLines } from './lines.ts';
import type { CaseAsk } from './command.ts';
import { boundIn, gathersMembers } from './content.ts';
import { filingTask } from './filing.ts';
import { passForCase } from './decide.ts';
import { stillKept } from './personal.ts';
import { correctable, isOwn, needsReason } from './verbs/filling.ts';
import { caseVerbs } from './verbs/index.ts';
import { isMergeable } from './verbs/merging.ts';
import { fieldsAt } from './verbs/stepping.ts';
import { aroundCase, caseAtPoint, type CaseAt, type CaseTarget, type CaseVerb } from './verbs/verb.ts';

/** One verb on a plain dossier as the screen may show it. */
export type CaseOffer = OfferOf<CaseAsk['type']>;

/** Verbs a person never has in hand: they come with a duty, a tell or the calendar. */
const notInHand = new Set<CaseAsk['type']>([
  'OpenCase',
  'AbsorbDouble',
  'ReleaseDouble',
  'ReachTold',
  'AdoptRevision',
  'FollowReform',
  'NoteLapse',
  'AmendClocks',
]);

/** Everything this person may or may not do with this dossier now. The same guard answers as when it is decided. */
export function caseOffers(
  dossier: Case,
  { by, on, instant, last }: Moment & Pick<CaseAt, 'by' | 'last'>,
  law: Law,
): CaseOffer[] {
  if (!mayRead(dossier, by, law, on)) return [];
  const at = aroundCase(dossier, { by, law, on, instant, last });
  return (Object.keys(caseVerbs) as CaseAsk['type'][]) // the keys of the table are the asks
    .filter((type) => !notInHand.has(type))
    .flatMap((type) => targetsOf(type, at).map((target) => offer(type, target, at)));
}

/** What a verb can be aimed at here; null for the dossier itself; none where its kind has no use for it. */
function targetsOf(type: CaseAsk['type'], at: CaseAt): readonly (string | null)[] {
  const { dossier, kind, law } = at;
  const tasks = dossier.tasks.filter(({ question }) => question === undefined);
  switch (type) {
    case 'TakeStep':
      return tasks
        .filter((task) => dossier.frozen !== null || !gathersMembers(stepOfTask(dossier, task, law)))
        .map(({ id }) => id);
    case 'ReturnStep':
      return tasks.map(({ id }) => id);
    case 'Urge':
      return caseLines(dossier, law).flatMap((line) => (isUrgable(line) ? [line.id] : []));
    case 'NoteDays':
      return daysBefore(dossier, at.by).map((line) => line.id);
    case 'RaiseObjection':
      return publicTasks(dossier, law).map(({ id }) => id);
    case 'SettleObjection':
      return openObjections(dossier).map(({ id }) => id);
    case 'RuleQuestion':
    case 'EndRuling':
      return questionsFor(type, dossier);
    case 'DoAct':
      return Object.entries(kind?.acts ?? {}).flatMap(([id, act]) => (isOwn(act) ? [id] : []));
    case 'RecordCopySent':
      return dossier.copies.filter(({ state }) => state === 'owed').map(({ id }) => id);
    case 'AcknowledgeCopy':
      return dossier.copies.filter(({ state }) => state === 'filed').map(({ id }) => id);
    case 'ExtendTerm':
    case 'PauseTerm':
    case 'ResumeTerm':
      return caseAtPoint(dossier) === 'open' ? termsOf(type, dossier, law) : [];
    case 'WithdrawAct':
      return isOwnAct(at) ? [null] : [];
    case 'MergeInto':
    case 'TellApart':
      return isMergeable(at) && caseAtPoint(dossier) !== 'merged' ? [null] : [];
    case 'Unmerge':
      return dossier.merged ? [null] : [];
    case 'FillSheet':
      return correctable(at).length > 0 ? [null] : [];
    case 'ShowPersonal':
    case 'ErasePersonal':
      return stillKept(dossier).length > 0 ? [null] : [];
    case 'FileNil':
      return dossier.owed ? [null] : [];
    case 'FreezeGathering':
      return kind?.is === 'gathering' ? [null] : [];
    case 'AssignParts':
      return (kind?.parts.length ?? 0) > 0 ? [null] : [];
    default:
      return [null];
  }
}

function offer<T extends CaseAsk['type']>(type: T, id: string | null, at: CaseAt): CaseOffer {
  const verb = caseVerbs[type] as CaseVerb<T>; // the table is keyed by the type of the ask
  // a target's only field is the id of what it is aimed at, under the name its verb reads
  const target = { task: id, copy: id, clock: id, act: id, objection: id, question: id } as CaseTarget;
  const pass = passForCase(verb, at, target);
  const { dossier } = at;
  const task = dossier.tasks.find((open) => open.id === id) ?? null;
  const line = toLine.has(type) ? caseLines(dossier, at.law).find((open) => open.id === id) : null;
  const copy = dossier.copies.find((filed) => filed.id === id) ?? null;
  return {
    type,
    target: id,
    title: line?.title ?? titleOf(type, id, at),
    unitName: task?.unitName ?? line?.unitName ?? copy?.unitName ?? null,
    clause: verb.clause(at, target),
    obstacle: 'obstacle' in pass ? pass.obstacle : null,
    seen: type === 'TakeStep' && task ? boundIn(dossier, task, at.law) : null,
    needs: needsOf(type, id, task, at),
  };
}

/** Verbs that are aimed at a line, step or not. */
const toLine = new Set<CaseAsk['type']>(['Urge', 'NoteDays']);

function titleOf(type: CaseAsk['type'], id: string | null, at: CaseAt): Text | null {
  const { dossier, kind } = at;
  if (type === 'WithdrawAct') return actTitle(type, at);
  if (type === 'DoAct') return kind?.acts[id ?? '']?.title ?? null;
  if (type === 'RuleQuestion' || type === 'EndRuling')
    return dossier.questions.find((each) => each.id === id)?.text ?? null;
  const clock = dossier.clocks.find((running) => running.id === id);
  return dossier.tasks.find((open) => open.id === id)?.title ?? clock?.title ?? null;
}

function needsOf(type: CaseAsk['type'], id: string | null, task: Task | null, at: CaseAt): Needs {
  const { dossier, kind } = at;
  switch (type) {
    case 'TakeStep':
      return task ? stepNeeds(task, at) : needsNothing;
    case 'ReturnStep':
      return task
        ? { ...needsNothing, reason: true, recorded: task.external, returnsTo: targets(task, at) }
        : needsNothing;
    case 'FileNil':
      return { ...needsNothing, recorded: filingTask(dossier, at.law)?.external ?? false };
    case 'DoAct': {
      const act = kind?.acts[id ?? ''];
      return { ...needsNothing, values: act?.fills ?? [], says: act?.says ?? false };
    }
    case 'FillSheet':
      return {
        ...needsNothing,
        reason: needsReason(at),
        values: correctable(at).map((field) => field.id),
      };
    case 'RuleQuestion':
    case 'EndRuling': {
      const question = dossier.questions.find((each) => each.id === id);
      return question ? ruleNeeds(type, question, at) : needsNothing;
    }
    case 'AssignParts':
      return { ...needsNothing, reason: true, parts: true, fixedParts: fixedParts(at) };
    case 'ExtendTerm': {
      const clock = dossier.clocks.find((running) => running.id === id);
      // a clock never runs on the plan's date as such: that runs as a fixed day
      return { ...needsNothing, reason: true, lengthens: clock ? extensionUnit(clock.term as Term) : null };
    }
    case 'PauseTerm':
    case 'ResumeTerm':
    case 'Withdraw':
    case 'WithdrawAct':
    case 'MergeInto':
    case 'TellApart':
    case 'Unmerge':
    case 'ShowPersonal':
    case 'ErasePersonal':
    case 'SettleObjection':
      return { ...needsNothing, reason: true };
    default:
      return needsNothing;
  }
}

function targets(task: Task, { dossier, law }: CaseAt): Needs['returnsTo'] {
  const route = routeOf(law, task.run, dossier.runs[task.run]!.route);
  const step = stepOf(route, task.step);
  return returnsToOf(step, task).map((id) => ({ step: id, title: stepOf(route, id).title }));
}

function stepNeeds(task: Task, { dossier, law, kind }: CaseAt): Needs {
  const step = stepOfTask(dossier, task, law);
  const decides = task.part === 'decide';
  return {
    ...needsNothing,
    opinion: true,
    document: decides && step.copies.some((copy) => copy.written),
    recorded: task.external,
    facts: decides ? step.settles : [],
    parts: decides && (step.do === 'hand-over' || step.do === 'claim') && (kind?.parts.length ?? 0) > 0,
    demands: demandedOf(step, task),
    objection: mayObject(dossier, task, step),
    values: fieldsAt(dossier, task, law).map(({ id }) => id),
    differed: differedOn(dossier, task),
    outcomes: decides ? (step.outcomes ?? []).map(({ id, title }) => ({ id, title })) : [],
  };
}
