import { theCalendar, type Actor } from '../access/index.ts';
import { boundIn, filledAt, type Case, type CaseAsk, type Filled } from '../case/index.ts';
import { handsIn, type Kind, type StoryAct, type Written } from '../policy/index.ts';
import type { Task } from '../procedure/index.ts';
import { stepOfTask } from '../procedure/verbs/index.ts';
import { actorsOf, askCase, clockOf, moversOf, people, type Around } from './asking.ts';
import { sittersOf, takersOf } from './cast.ts';
import { accountOf, paperOf, partsFor, recordedOf, valuesFor } from './given-values.ts';
import { hearing } from './hearing.ts';
import { objecting, ruling, settling } from './open-points.ts';
import type { Attempt } from './play.ts';
import { openTasks, placeOf, seenBy, taskAt } from './tasks.ts';

/** One sort of deed, asked of a plain dossier. */
export type CaseDeed<W extends StoryAct['what']> = (
  dossier: Case,
  act: Extract<StoryAct, { readonly what: W }>,
  at: Around,
) => Attempt<Case>;

const words = '（例）';

const take: CaseDeed<'do'> = (dossier, act, at) => {
  const task = taskAt(act.step, dossier, act.by);
  if (!task) return askCase({ type: 'TakeStep', task: act.step }, dossier, [theCalendar], at);
  const by = people(act.by, takersOf(task, dossier, at), at);
  const { here, before } = sortedFields(act.fields, task, dossier, at);
  const filled = Object.keys(before).length === 0 ? { after: dossier } : fillIn(dossier, before, by, at);
  if (!('after' in filled)) return filled;
  const step = stepOfTask(filled.after, task, at.law);
  const ask = {
    type: 'TakeStep',
    task: task.id,
    ...accountOf(step, task, at.on),
    ...(act.objects ? { verdict: 'object' as const, opinion: words } : {}),
    ...(act.outcome === undefined ? {} : { outcome: act.outcome }),
    ...(step.copies.some(({ written }) => written) ? { document: paperOf(at.on) } : {}),
    ...(task.external ? { recorded: recordedOf(task.unit!, at) } : {}),
    ...seenBy(boundIn(filled.after, task, at.law)),
    values: here,
    parts: partsFor(act.parts, at),
  } as const;
  return askCase(ask, filled.after, by, at);
};

/** Fields that belong to the step, and those that whoever has it fills in before he takes it. */
function sortedFields(
  fields: Written,
  task: Task,
  dossier: Case,
  at: Around,
): { readonly here: Filled; readonly before: Filled } {
  const { kind, law } = at;
  const values = Object.entries(valuesFor(kind, fields, at));
  const ofStep = new Set(filledAt(kind, stepOfTask(dossier, task, law), placeOf(task)).map(({ id }) => id));
  const known = new Set(kind.sheet.map(({ id }) => id));
  const belongs = (id: string): boolean => ofStep.has(id) || !known.has(id);
  return {
    here: Object.fromEntries(values.filter(([id]) => belongs(id))),
    before: Object.fromEntries(values.filter(([id]) => !belongs(id))),
  };
}

const fillIn = (dossier: Case, values: Filled, by: readonly Actor[], at: Around): Attempt<Case> =>
  askCase({ type: 'FillSheet', values, reason: words }, dossier, by, at);

const giveBack: CaseDeed<'return'> = (dossier, act, at) => {
  const task = taskAt(act.step, dossier, act.by);
  const by = task ? people(act.by, takersOf(task, dossier, at), at) : [theCalendar];
  const recorded = task?.external ? { recorded: recordedOf(task.unit!, at) } : {};
  const because = { reason: act.reason ?? words, becauseOf: task?.clause ?? '' };
  return askCase(
    { type: 'ReturnStep', task: task?.id ?? act.step, to: act.to ?? '', ...because, ...recorded },
    dossier,
    by,
    at,
  );
};

/** Whoever has a step open by which a return is filed. */
const filersOf = (dossier: Case, at: Around): readonly Actor[] =>
  openTasks(dossier)
    .filter((task) => handsIn(task))
    .flatMap((task) => takersOf(task, dossier, at));

/** One of the deeds that are asked alike of a dossier of any subject. */
const shared =
  <W extends 'rule' | 'objection' | 'settle'>(
    asked: (
      dossier: Case,
      act: Extract<StoryAct, { readonly what: W }>,
      at: Around,
    ) => { readonly ask: CaseAsk; readonly by: readonly Actor[] },
  ): CaseDeed<W> =>
  (dossier, act, at) => {
    const { ask, by } = asked(dossier, act, at);
    return askCase(ask, dossier, by, at);
  };

/** Everything that can be done with a plain dossier in a story. */
export const caseDeeds: { readonly [W in StoryAct['what']]: CaseDeed<W> } = {
  do: take,
  return: giveBack,
  act: (dossier, act, at) => {
    const ask = { type: 'DoAct', act: act.act, text: words, values: valuesFor(at.kind, act.fields, at) } as const;
    return askCase(ask, dossier, people(act.by, actorsOf(act.act, dossier, at), at), at);
  },
  fill: (dossier, act, at) => {
    const may = [...actorsOf('correct', dossier, at), ...filersOf(dossier, at)];
    return fillIn(dossier, valuesFor(at.kind, act.fields, at), people(act.by, may, at), at);
  },
  evidence: (dossier, act, at) => {
    const may = people(act.by, actorsOf('add-evidence', dossier, at), at);
    const id = `e${dossier.evidence.length + 1}`;
    const file = { id, file: id, name: id, mediaType: 'image/jpeg', size: 1, digest: id } as const;
    return askCase(
      { type: 'AddEvidence', evidence: { ...file, kind: act.kind, takenOn: null, note: '' } },
      dossier,
      may,
      at,
    );
  },
  assign: (dossier, act, at) => {
    const may = people(act.by, actorsOf('assign-parts', dossier, at), at);
    return askCase({ type: 'AssignParts', parts: partsFor(act.parts, at), reason: words }, dossier, may, at);
  },
  rule: shared(ruling),
  objection: shared(objecting),
  settle: shared(settling),
  extend: (dossier, act, at) => {
    const may = people(act.by, moversOf(act.limit, 'extension', dossier, at), at);
    const ask = { type: 'ExtendTerm', clock: clockOf(act.limit, dossier), units: act.units, reason: words } as const;
    return askCase(ask, dossier, may, at);
  },
  pause: (dossier, act, at) => {
    const may = people(act.by, moversOf(act.limit, 'pause', dossier, at), at);
    return askCase({ type: 'PauseTerm', clock: clockOf(act.limit, dossier), reason: words }, dossier, may, at);
  },
  resume: (dossier, act, at) => {
    const may = people(act.by, moversOf(act.limit, 'pause', dossier, at), at);
    return askCase({ type: 'ResumeTerm', clock: clockOf(act.limit, dossier), reason: words }, dossier, may, at);
  },
  told: (dossier, { milestone }, at) => askCase(hearing(milestone), dossier, [theCalendar], at),
  nil: (dossier, act, at) => askCase({ type: 'FileNil' }, dossier, people(act.by, filersOf(dossier, at), at), at),
  withdraw: (dossier, act, at) => {
    const may = [...actorsOf('withdraw', dossier, at), ...openersOf(at.kind, dossier, at)];
    return askCase({ type: 'Withdraw', reason: words }, dossier, people(act.by, may, at), at);
  },
  freeze: (dossier, act, at) => {
    // by whom the plan gives the act to, or whoever has the step that gathers
    const may = [
      ...actorsOf('freeze', dossier, at),
      ...openTasks(dossier).flatMap((task) => takersOf(task, dossier, at)),
    ];
    return askCase({ type: 'FreezeGathering', members: [] }, dossier, people(act.by, may, at), at);
  },
};

const openersOf = ({ opens }: Kind, dossier: Case, at: Around): readonly Actor[] =>
  sittersOf(opens?.by ?? [], dossier, at);
