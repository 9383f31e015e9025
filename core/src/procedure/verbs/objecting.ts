import { passToAny, passToSettle, type Pass } from '../../access/index.ts';
import type { ClauseId, Step } from '../../policy/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { Task } from '../dossier.ts';
import type { Law } from '../law.ts';
import type { Objection } from '../question.ts';
import { returnStep } from '../returning.ts';
import { stepOfTask } from './stepping.ts';
import { taskOf } from './attending.ts';
import { pastFault, textFault, type At, type SharedVerb } from './verb.ts';

/** An objection to what is made public, as the office writes it down (公示异议). */
export type Raising = {
  readonly id: string;
  readonly task: string;
  readonly from: string;
  readonly day: PlainDate;
  readonly text: string;
};
/** What became of it. */
export type Settling = { readonly objection: string; readonly upheld: boolean; readonly reason: string };

type Public = { readonly task: Task; readonly step: Step; readonly rule: NonNullable<Step['objections']> };

/** Open tasks of steps at which objections are taken. */
export const publicTasks = (dossier: At['dossier'], law: Law): readonly Task[] =>
  dossier.tasks.filter(({ id }) => publicAt({ dossier, law }, id) !== null);

/** Objections that nobody has settled. */
export const openObjections = ({ objections }: Pick<At['dossier'], 'objections'>): readonly Objection[] =>
  objections.filter(({ outcome }) => outcome === null);

/** The open step at which objections are taken, or null. */
function publicAt(at: Pick<At, 'dossier' | 'law'>, id: string | undefined): Public | null {
  const task = id === undefined ? null : taskOf(at.dossier, id);
  if (!task || task.question !== undefined) return null;
  const step = stepOfTask(at.dossier, task, at.law);
  return step.objections ? { task, step, rule: step.objections } : null;
}

/** An objection is entered while the publicity runs. */
export const raiseObjection: SharedVerb<Raising, { readonly task?: string }> = {
  clause: (at, { task }): ClauseId | null => publicAt(at, task)?.rule.clause ?? null,
  pass: (at, { task }): Pass => {
    const found = publicAt(at, task);
    if (!found) return { obstacle: { code: 'nothing-to-do' } };
    return passToAny(found.rule.by, at.dossier, at.by, at.law, at.on);
  },
  faults: (at, { id, from, day, text, task }) => {
    const { openedOn } = publicAt(at, task)!.task;
    return [
      ...textFault('id', id, 60),
      ...textFault('from', from, 100),
      ...textFault('text', text, 2000),
      ...pastFault('day', day, at.on),
      ...(day < openedOn ? [{ field: 'day', code: 'not-earlier', bound: openedOn } as const] : []),
      ...(at.dossier.objections.some((known) => known.id === id) ? [{ field: 'id', code: 'malformed' } as const] : []),
    ];
  },
  write: (draft, { id, task: named, from, day, text }, law) => {
    const { task, rule } = publicAt({ dossier: draft.now(), law }, named)!;
    const { run, step, round } = task;
    const objection = { id, run, step, round, from, raisedOn: day, text };
    draft.add({ type: 'ObjectionRaised', objection, clause: rule.clause });
  },
};

/** The objection that nobody has settled, with the open step it is raised at. */
function openObjection(
  at: Pick<At, 'dossier' | 'law'>,
  id: string | undefined,
): (Public & { readonly objection: Objection }) | null {
  const objection = at.dossier.objections.find((each) => each.id === id && each.outcome === null);
  const task = objection && at.dossier.tasks.find(({ run, step }) => run === objection.run && step === objection.step);
  const found = task ? publicAt(at, task.id) : null;
  return objection && found ? { ...found, objection } : null;
}

/** What became of an objection: not upheld, it is answered; upheld, the step goes back and is made public anew. */
export const settleObjection: SharedVerb<Settling, { readonly objection?: string }> = {
  clause: (at, { objection }): ClauseId | null => openObjection(at, objection)?.rule.clause ?? null,
  pass: (at, { objection }): Pass => {
    const found = openObjection(at, objection);
    if (!found) return { obstacle: { code: 'nothing-to-do' } };
    const { step, rule, task } = found;
    return passToSettle({ ...step, objections: rule }, task.run, at.dossier, at.by, at.law, at.on);
  },
  faults: (_at, { reason }) => textFault('reason', reason, 2000),
  write: (draft, { objection: id, upheld, reason }, law) => {
    const { rule, task } = openObjection({ dossier: draft.now(), law }, id)!;
    draft.add({ type: 'ObjectionSettled', objection: id, upheld, reason, clause: rule.clause });
    if (!upheld) return;
    const back = { to: rule.upheldTo, reason, becauseOf: rule.clause, recorded: null };
    returnStep(draft, task, back, law);
  },
};
