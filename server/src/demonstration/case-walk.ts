import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import { boundIn, type Case, type CaseAsk, type TakeCaseStep } from '@bihuan/core/case';
import { routeOf, stepOf, type Parts, type Task } from '@bihuan/core/procedure';
import { addDays } from '@bihuan/core/time';
import { commandCase } from '../operations/cases/command.ts';
import { listCasesFor } from '../operations/cases/list.ts';
import { openCase } from '../operations/cases/open.ts';
import { evidenceAsk } from '../operations/dossiers/asks.ts';
import { findDossier } from '../store/dossiers/dossiers.ts';
import type { Services } from '../services.ts';
import type { Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import type { Deed, InventedDossier } from './invented.ts';
import { paper, uploadPicture } from './papers.ts';
import { valuesAt } from './values.ts';

/** One dossier on its way: the services of the day, who can act, which dossier. */
export type Walker = { readonly services: Services; readonly cast: Cast; readonly id: string };

/** Opens the dossier and does everything that was done to it, through the doors that everybody uses. */
export async function liveCase(services: Services, cast: Cast, invented: InventedDossier): Promise<void> {
  const { kind, by, from, values, parts = {}, deeds } = invented;
  let day = addDays(services.today(), -invented.age);
  const answer = await openCase(onDay(services, day), {
    key: randomUUID(),
    fingerprint: 'demonstration',
    by: cast.at(by),
    kind,
    ...(from === undefined ? {} : { from }),
    values: valuesAt(values, { on: day }),
    parts: partsOf(parts),
  });
  if (!('done' in answer)) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  for (const deed of deeds) {
    day = workdayAfter(services, day, deed.after);
    await done({ services: onDay(services, day), cast, id: answer.done.id }, deed);
  }
}

const partsOf = (parts: Readonly<Record<string, readonly string[]>>): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([role, units]) => [role, units.map((unit) => ({ unit, unitName: '', person: null }))]),
  );

async function done(walker: Walker, deed: Deed): Promise<void> {
  const { cast } = walker;
  const on = walker.services.today();
  if ('take' in deed) {
    const { take, outcome, values, parts } = deed;
    return takeCase(walker, take, {
      ...(outcome === undefined ? {} : { outcome }),
      ...(values ? { values: valuesAt(values, { on }) } : {}),
      ...(parts ? { parts: partsOf(parts) } : {}),
    });
  }
  if ('return' in deed) return sendBack(walker, deed.return, deed);
  if ('prove' in deed) return prove(walker, cast.at(deed.by), deed.prove);
  const by = cast.at(deed.by);
  if ('act' in deed) {
    const brought = deed.values ? { values: valuesAt(deed.values, { on }) } : {};
    return askCase(walker, by, { type: 'DoAct', act: deed.act, text: deed.text, ...brought });
  }
  if ('object' in deed) {
    const { id: task } = await taskAt(walker, deed.object);
    const { from, text } = deed;
    return askCase(walker, by, { type: 'RaiseObjection', id: randomUUID(), task, from, day: on, text });
  }
  if ('merge' in deed) return mergeInto(walker, by, deed);
  const { state } = await standingOf(walker);
  const { id: question } = state.questions.find(({ ruling }) => ruling === null)!;
  const { rule: choice, reason } = deed;
  return askCase(walker, by, { type: 'RuleQuestion', question, choice, reason, scope: 'dossier' });
}

async function mergeInto(
  walker: Walker,
  by: Actor,
  { merge: title, reason }: { readonly merge: string; readonly reason: string },
): Promise<void> {
  const { rows } = await listCasesFor(walker.services, { q: title, size: 10 }, by);
  const survivor = rows.find((row) => row.title === title && row.id !== walker.id);
  if (!survivor) throw new Error(`the demonstration finds no ${title} to merge into`);
  const into = { dossier: survivor.id, number: survivor.number, title };
  await askCase(walker, by, { type: 'MergeInto', into, reason });
}

/** Sends a step back, where the plan lets a person choose to the step that is named. */
export async function sendBack(
  walker: Walker,
  step: string,
  { to = '', reason }: { readonly to?: string; readonly reason: string },
): Promise<void> {
  const task = await taskAt(walker, step);
  const by = walker.cast.holding(task.unit!, task.post);
  await askCase(walker, by, { type: 'ReturnStep', task: task.id, to, reason, becauseOf: task.clause });
}

async function prove(walker: Walker, by: Actor, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    const { file } = await uploadPicture(walker.services, `演示-${kind}`, by);
    const taken = { kind, takenOn: walker.services.today(), note: '演示图片' };
    const wish = await evidenceAsk(walker.services, { type: 'AddEvidence', file, ...taken }, by);
    if ('refused' in wish) throw new Error('the demonstration lost a picture');
    await askCase(walker, by, wish);
  }
}

/** The open task of a step. */
export async function taskAt(walker: Walker, step: string): Promise<Task> {
  const { state } = await standingOf(walker);
  const task = state.tasks.find((open) => open.step === step && open.question === undefined);
  if (!task) throw new Error(`the demonstration finds no open step ${step}`);
  return task;
}

/** Takes every open task of a step, for a unit that does not sign in by the hand of the recorder. */
export async function takeCase(walker: Walker, step: string, more: Partial<TakeCaseStep>): Promise<void> {
  for (;;) {
    const { state } = await standingOf(walker);
    const task = state.tasks.find((open) => open.step === step && open.question === undefined);
    if (!task) return;
    const { cast } = walker;
    const by = task.external ? cast.recording() : cast.holding(task.unit!, task.post);
    await askCase(walker, by, { ...more, ...(await answerTo(walker, state, task)) });
  }
}

async function answerTo(walker: Walker, dossier: Case, task: Task): Promise<TakeCaseStep> {
  const { services } = walker;
  const law = services.law(dossier.policy);
  const bound = boundIn(dossier, task, law);
  const { copies } = stepOf(routeOf(law, task.run, dossier.runs[task.run]!.route), task.step);
  const written = task.part === 'decide' && copies.some((copy) => copy.written);
  const scan = task.external ? await uploadPicture(services, '演示扫描件', walker.cast.recording()) : undefined;
  return {
    type: 'TakeStep',
    task: task.id,
    ...(bound ? { seen: bound.digest } : {}),
    ...(written ? { document: paper(services, 'own') } : {}),
    ...(scan ? { recorded: { unitName: task.unitName!, document: paper(services, 'outside', scan) } } : {}),
  };
}

/** Asks and insists: what the demonstration's people do is always allowed, or the demonstration is wrong. */
export async function askCase(walker: Walker, by: Actor, ask: CaseAsk): Promise<void> {
  const { services, id } = walker;
  const { version } = await standingOf(walker);
  const intent = { key: randomUUID(), fingerprint: 'demonstration' };
  const answer = await commandCase(services, { ...intent, dossier: id, version, ask, by });
  if (!('done' in answer)) throw new Error(`${ask.type} by ${by.name}: ${JSON.stringify(answer)}`);
}

async function standingOf({ services, id }: Walker) {
  const standing = await findDossier<Case>(services.db, services.region, id);
  if (!standing) throw new Error(`the demonstration lost dossier ${id}`);
  return standing;
}
