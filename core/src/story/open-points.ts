import type { Actor } from '../access/index.ts';
import type { StoryAct } from '../policy/index.ts';
import type { Dossier } from '../procedure/index.ts';
import { stepOfTask, type Raising, type Ruling, type Settling } from '../procedure/verbs/index.ts';
import { people } from './asking.ts';
import { leadersOf, sittersOf } from './cast.ts';
import type { Setting } from './play.ts';
import { openTasks, taskAt } from './tasks.ts';

type Deed<W extends StoryAct['what']> = Extract<StoryAct, { readonly what: W }>;
/** What is asked of a dossier, whatever its subject, and everybody who might. */
type Asked<A> = { readonly ask: A; readonly by: readonly Actor[] };

const words = '（例）';

/** The open question whose key begins as the story says is ruled. */
export function ruling(
  dossier: Dossier,
  act: Deed<'rule'>,
  at: Setting,
): Asked<{ readonly type: 'RuleQuestion' } & Ruling> {
  const question = dossier.questions.find(({ key, ruling: ruled }) => ruled === null && key.startsWith(act.question));
  const asked = {
    question: question?.id ?? act.question,
    choice: act.choice,
    reason: words,
    scope: 'dossier',
  } as const;
  return { ask: { type: 'RuleQuestion', ...asked }, by: people(act.by, leadersOf(dossier, at), at) };
}

/** An objection is entered at the step that is made public. */
export function objecting(
  dossier: Dossier,
  act: Deed<'objection'>,
  at: Setting,
): Asked<{ readonly type: 'RaiseObjection' } & Raising> {
  const task = taskAt(act.step, dossier, undefined);
  const seats = task ? (stepOfTask(dossier, task, at.law).objections?.by ?? []) : [];
  const said = { id: `o${dossier.objections.length + 1}`, from: words, day: at.on, text: words };
  const by = people(act.by, sittersOf(seats, dossier, at), at);
  return { ask: { type: 'RaiseObjection', task: task?.id ?? act.step, ...said }, by };
}

/** What became of the oldest objection that is open. */
export function settling(
  dossier: Dossier,
  act: Deed<'settle'>,
  at: Setting,
): Asked<{ readonly type: 'SettleObjection' } & Settling> {
  const objection = dossier.objections.find(({ outcome }) => outcome === null);
  const task =
    objection && openTasks(dossier).find(({ run, step }) => run === objection.run && step === objection.step);
  const seats = task ? (stepOfTask(dossier, task, at.law).objections?.settledBy ?? []) : [];
  const said = { objection: objection?.id ?? '', upheld: act.upheld, reason: words };
  return { ask: { type: 'SettleObjection', ...said }, by: people(act.by, sittersOf(seats, dossier, at), at) };
}
