import type { InputFault, Obstacle } from '../../access/index.ts';
import { handsIn, isJoint, type Facts } from '../../policy/index.ts';
import { kindIn, procedureOfRun, settleFlow, type Law, type Task } from '../../procedure/index.ts';
import {
  answerStep,
  handOverParts,
  namedParts,
  partFaults,
  partsFaults,
  passToSendBack,
  passToTake,
  returningFaults,
  sendBack,
  stepOfTask,
  takingFaults,
  taskClause,
  taskOf,
} from '../../procedure/verbs/index.ts';
import type { Case } from '../case.ts';
import { gathersMembers } from '../content.ts';
import { demanded, filledAt, openFields, sheetFaults } from '../sheet.ts';
import { fill } from './filling.ts';
import { onceFilled, type CaseAt, type CaseVerb } from './verb.ts';

/** The place of a task as fields name it, `verification/verify`. */
const placeOf = ({ run, step }: Task): string => `${procedureOfRun(run)}/${step}`;

/** Fields that whoever decides this task fills in. */
export function fieldsAt(dossier: Case, task: Task, law: Law) {
  const kind = kindIn(law, dossier.kind);
  if (!kind || task.part === 'co-sign') return [];
  return filledAt(kind, stepOfTask(dossier, task, law), placeOf(task));
}

/** A seat answers its task: takes the step, fills its fields, signs along, votes. What its end means is the flow's. */
export const takeStep: CaseVerb<'TakeStep'> = {
  points: ['open'],
  clause: (at, { task }) => taskClause(at, task ?? ''),
  pass: (at, { task }) => passToTake(at, task, (open) => ungathered(at, open) ?? incomplete(at, open)),
  faults: (at, ask) => {
    const task = taskOf(at.dossier, ask.task)!;
    const objects = ask.verdict === 'object';
    const { dossier, law, on } = at;
    const values = ask.values ?? {};
    // a part may be demanded at facts that are filled in at the same step
    const filled = onceFilled(dossier, at.kind!, values);
    const fields = fieldsAt(dossier, task, law);
    return [
      ...takingFaults(at, task, ask),
      ...partsGiven({ ...at, ...filled }, task, ask.parts ?? {}),
      ...sheetFaults(fields, values, dossier.values, filled.dossier.facts, { law, on, whole: !objects }),
    ];
  },
  write: (draft, ask, law) => {
    const task = taskOf(draft.now(), ask.task)!;
    const { clause } = task;
    const step = stepOfTask(draft.now(), task, law);
    const joint = isJoint(step) && task.part === 'decide';
    if (ask.verdict !== 'object') {
      const kind = kindIn(law, draft.now().kind)!;
      const at = { ...onceFilled(draft.now(), kind, ask.values ?? {}), law, on: draft.signature.on };
      const given = ask.parts ?? {};
      const parts = task.do === 'hand-over' ? handOverParts(at, given) : namedParts(given, law, at.on);
      if (Object.keys(parts).length > 0) draft.add({ type: 'PartsAssigned', parts, clause, reason: null });
      const filling = { at: placeOf(task), reason: null, clause, undecided: joint };
      fill(draft, kind, ask.values ?? {}, filling, law);
    }
    // what each of several says of a fact is kept with his answer: they must say the same
    const facts = joint && ask.verdict !== 'object' ? factsAt(draft.now(), task, law) : {};
    answerStep(draft, joint ? { ...ask, facts: { ...ask.facts, ...facts } } : ask, law);
    if (joint) settleFlow(draft, law);
  },
};

/** The facts among the fields that this task fills in, as they stand. */
function factsAt(dossier: Case, task: Task, law: Law): Facts {
  const ids = new Set(fieldsAt(dossier, task, law).map(({ id }) => id));
  return Object.fromEntries(Object.entries(dossier.facts).filter(([id]) => ids.has(id)));
}

/** Parts may come with any step of a plain dossier whose seats need them; those that must be there come with the hand-over. */
function partsGiven(at: CaseAt, task: Task, parts: NonNullable<Parameters<typeof partsFaults>[2]>): InputFault[] {
  if (task.do === 'hand-over' || task.do === 'claim') return partsFaults(at, task, parts);
  const known = at.kind!.parts;
  return Object.entries(parts).flatMap(([role, players]) =>
    known.includes(role) && task.part === 'decide'
      ? partFaults(at, role, players)
      : [{ field: `parts.${role}`, code: 'unknown' }],
  );
}

/**
 * Members are gathered by freezing them, which ends the step; once frozen, a step that came back is taken as any other. Nobody
 * decides on members before.
 */
function ungathered({ dossier, law }: CaseAt, task: Task): Obstacle | null {
  if (dossier.frozen !== null) return null;
  const step = stepOfTask(dossier, task, law);
  if (gathersMembers(step)) return { code: 'nothing-to-do' };
  return step.binds?.split('+').includes('members') ? { code: 'members-open' } : null;
}

/** What must be filled in before a sheet leaves whoever drafts or hands it in. */
function incomplete({ dossier, kind, law }: CaseAt, task: Task): Obstacle | null {
  if (!kind || task.part === 'co-sign') return null;
  if (!handsIn(task)) return null;
  const here = new Set(fieldsAt(dossier, task, law).map(({ id }) => id));
  const fields = openFields(kind, law.policy).filter(({ id }) => !here.has(id));
  const missing = dossier.nil
    ? []
    : fields.filter((field) => demanded(field, dossier.facts) && dossier.values[field.id] === undefined);
  if (missing.length === 0) return null;
  return { code: 'fields-missing', missing: missing.map(({ id }) => id), titles: missing.map(({ label }) => label) };
}

/** A step sends the dossier back to an earlier one, with reason and clause: a new round, nothing is rewound. */
export const returnStep: CaseVerb<'ReturnStep'> = {
  points: ['open'],
  clause: (at, { task }) => taskClause(at, task ?? ''),
  pass: (at, { task }) => passToSendBack(at, task),
  faults: (at, ask) => returningFaults(at, ask),
  write: (draft, ask, law) => sendBack(draft, ask, law),
};
