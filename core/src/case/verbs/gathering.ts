import { actRule, passToAct, type Pass } from '../../access/index.ts';
import { freezeOf } from '../../duty/freeze.ts';
import { follow, kindIn, stageFrom, type Law, type Task } from '../../procedure/index.ts';
import {
  answerStep,
  clauseOf,
  passToTake,
  recordedFaults,
  stepOfTask,
  textFault,
} from '../../procedure/verbs/index.ts';
import type { Case } from '../case.ts';
import { gathersMembers } from '../content.ts';
import { filingTask } from '../filing.ts';
import type { CaseAt, CaseVerb } from './verb.ts';

/** Whether the duty that this return is of takes nothing to report for an answer. */
function allowsNil({ dossier, law }: CaseAt): boolean {
  const duty = law.policy.duties.find(({ id }) => id === dossier.owed?.duty);
  return duty?.runs?.nil ?? false;
}

/** A nil return (零报告) is a return: it says that there was nothing, and is filed as any other. */
export const fileNil: CaseVerb<'FileNil'> = {
  points: ['open'],
  clause: ({ dossier, law }) => filingTask(dossier, law)?.clause ?? null,
  pass: (at): Pass => {
    const task = filingTask(at.dossier, at.law);
    if (!at.dossier.owed || !task) return { obstacle: { code: 'nothing-to-do' } };
    if (!allowsNil(at)) return { obstacle: { code: 'silent', topic: 'nil' } };
    return passToTake(at, task.id);
  },
  faults: ({ dossier, law, on }, { reason, recorded }) => [
    ...(reason === undefined ? [] : textFault('reason', reason, 500)),
    ...recordedFaults(filingTask(dossier, law)!, recorded, on),
  ],
  write: (draft, { reason, recorded }, law) => {
    const task = filingTask(draft.now(), law)!;
    draft.add({ type: 'NilFiled', reason: reason?.trim() || null, clause: task.clause });
    const { outcomes } = stepOfTask(draft.now(), task, law);
    const outcome = outcomes?.[0]?.id;
    const said = { ...(reason ? { opinion: reason } : {}), ...(outcome ? { outcome } : {}) };
    answerStep(draft, { task: task.id, ...said, ...(recorded ? { recorded } : {}) }, law);
  },
};

/** The open step that gathers the members: fixing them is its end. */
const gatheringTask = (dossier: Case, law: Law): Task | undefined =>
  dossier.tasks.find(
    (task) => task.question === undefined && task.part === 'decide' && gathersMembers(stepOfTask(dossier, task, law)),
  );

/**
 * Fixes the members of a gathering under one digest. What is frozen never changes. Whoever has the step that gathers them
 * does it, where the plan has one; else whoever the plan gives the act to.
 */
export const freezeGathering: CaseVerb<'FreezeGathering'> = {
  points: ['open'],
  clause: ({ dossier, law }) =>
    gatheringTask(dossier, law)?.clause ?? actRule('freeze', law, dossier.kind)?.clause ?? null,
  pass: (at): Pass => {
    if (at.dossier.frozen) return { obstacle: { code: 'frozen', on: at.dossier.frozen.on } };
    if (at.kind?.is !== 'gathering') return { obstacle: { code: 'nothing-to-do' } };
    const task = gatheringTask(at.dossier, at.law);
    return task ? passToTake(at, task.id) : passToAct('freeze', at.dossier, at.by, at.law, at.on);
  },
  faults: ({ dossier, law, on }, { members }) => {
    const ids = members.map((each) => each.dossier);
    const task = gatheringTask(dossier, law);
    return [
      ...(new Set(ids).size < ids.length ? [{ field: 'members', code: 'malformed' } as const] : []),
      // members are looked up here: nobody fixes them on paper for a unit outside, and no plan that is checked asks it
      ...(task ? recordedFaults(task, undefined, on) : []),
    ];
  },
  write: (draft, { members, drawn }, law) => {
    const kind = kindIn(law, draft.now().kind)!;
    const task = gatheringTask(draft.now(), law);
    const clause = task?.clause ?? (clauseOf('freeze', draft.now(), law) || kind.clause);
    const { on } = draft.signature;
    const frozen = freezeOf(members, { on, drawn: drawn ?? null }, law.digest);
    draft.add({ type: 'GatheringFrozen', frozen, clause });
    const stage = stageFrom(kind, 'frozen');
    if (stage) draft.add({ type: 'MilestoneReached', milestone: 'frozen', day: on, document: null, stage, clause });
    follow(draft, 'frozen', { day: on, document: null, clause }, true, law);
    if (task) answerStep(draft, { task: task.id }, law);
  },
};
