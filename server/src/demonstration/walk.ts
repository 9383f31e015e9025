import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Ask, Problem, TakeStep } from '@bihuan/core/problem';
import { boundBy, usualParts } from '@bihuan/core/problem';
import { routeOf, stepOf, type Law, type Part, type Parts, type Task } from '@bihuan/core/procedure';
import { demandedOf } from '@bihuan/core/procedure/verbs';
import type { Facts, Step } from '@bihuan/core/policy';
import { commandProblem } from '../operations/problems/command-problem.ts';
import type { Services } from '../services.ts';
import { findDossier, type Standing } from '../store/dossiers/dossiers.ts';
import type { Cast } from './cast.ts';
import { paper, uploadPicture } from './papers.ts';

/** One problem on its way: the services of the day, who can act, which dossier. */
export type Walker = { readonly services: Services; readonly cast: Cast; readonly id: string };

/** The dossier as it stands. */
export async function standingOf({ services, id }: Walker): Promise<Standing<Problem>> {
  const standing = await findDossier<Problem>(services.db, services.region, id);
  if (!standing) throw new Error(`the demonstration lost problem ${id}`);
  return standing;
}

/** Asks and insists: what the demonstration's people do is always allowed, or the demonstration is wrong. */
export async function ask(walker: Walker, by: Actor, wish: Ask): Promise<void> {
  const { version } = await standingOf(walker);
  const answer = await commandProblem(walker.services, {
    dossier: walker.id,
    version,
    ask: wish,
    by,
    key: randomUUID(),
    fingerprint: 'demonstration',
  });
  if (!('done' in answer)) throw new Error(`${wish.type} by ${by.name}: ${JSON.stringify(answer)}`);
}

/** Whoever may take this task: the seat's holder, or the recorder for a unit that does not sign in. */
export function actorFor({ cast }: Walker, task: Task): Actor {
  return task.external ? cast.recording() : cast.holding(task.unit!, task.post);
}

/** The task that comes first. Throws where nothing is open: the demonstration is wrong then. */
export async function openTask(walker: Walker): Promise<Task> {
  const [task] = (await standingOf(walker)).state.tasks;
  if (!task) throw new Error(`the demonstration finds nothing to do in problem ${walker.id}`);
  return task;
}

/** Takes the step that is open, with every task of it, so that joint ones end too. */
export async function takeTask(walker: Walker, extra: Partial<TakeStep> = {}): Promise<void> {
  await take(walker, (await openTask(walker)).step, extra);
}

/** Takes one step after another until none is open. */
export async function takeAll(walker: Walker, facts: Facts): Promise<void> {
  while ((await standingOf(walker)).state.tasks.length > 0) await takeTask(walker, { facts });
}

/** Takes every open task of a step, so that joint ones end too. */
export async function take(walker: Walker, step: string, extra: Partial<TakeStep> = {}): Promise<void> {
  for (;;) {
    const { state } = await standingOf(walker);
    const task = state.tasks.find((open) => open.step === step);
    if (!task) return;
    await ask(walker, actorFor(walker, task), await answerTo(walker, state, task, extra));
  }
}

async function answerTo(walker: Walker, problem: Problem, task: Task, extra: Partial<TakeStep>): Promise<TakeStep> {
  const law = walker.services.law(problem.policy);
  const step = stepOf(routeOf(law, task.run, problem.runs[task.run]!.route), task.step);
  const bound = boundBy(problem, task, law);
  const written = task.part === 'decide' && step.copies.some((copy) => copy.written);
  return {
    type: 'TakeStep',
    task: task.id,
    ...(task.part === 'decide' ? extra : {}),
    ...(bound ? { seen: bound.digest } : {}),
    ...accountOf(walker, step, task),
    ...(written ? { document: paper(walker.services, 'own') } : {}),
    ...(task.external
      ? {
          recorded: {
            unitName: task.unitName!,
            document: paper(
              walker.services,
              'outside',
              await uploadPicture(walker.services, '演示扫描件', walker.cast.recording()),
            ),
          },
        }
      : {}),
  };
}

/** Who answers for this problem unless somebody says otherwise, with somebody named in each unit (二(二).1). */
export function partsFor({ services, cast }: Walker, problem: Problem): Parts {
  const law = services.law(problem.policy);
  const usual = usualParts({ problem, law, on: services.today() });
  return Object.fromEntries(
    Object.entries(usual).map(([role, players]) => [role, players.map((part) => named(part, cast, law))]),
  );
}

/** The person of the unit who comes last in its posts: whoever does its work. */
function named(part: Part, cast: Cast, { units }: Law): Part {
  const post = units.find(({ id }) => id === part.unit)?.posts.at(-1);
  if (post === undefined) return part;
  const { id, name } = cast.holding(part.unit, post);
  return { ...part, person: { name, id, post } };
}

/** What the plan has whoever takes this step say of it. */
function accountOf({ services }: Walker, step: Step, task: Task): Pick<TakeStep, 'opinion' | 'account'> {
  if (demandedOf(step, task).length === 0) return {};
  const heldOn = services.today();
  return {
    opinion: '（演示）现场核查属实，同意。',
    account: { attended: '（演示）验收组三人', heldOn, manner: 'on-site' },
  };
}
