import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Ask, Problem, TakeStep } from '@bihuan/core/problem';
import { boundBy, digestOf } from '@bihuan/core/problem';
import { routeOf, stepOf, type OfficialDocument, type Parts, type Task } from '@bihuan/core/procedure';
import { yearOf } from '@bihuan/core/time';
import { commandProblem } from '../operations/problems/command-problem.ts';
import type { Services } from '../services.ts';
import { findDossier, type Standing } from '../store/dossiers/dossiers.ts';
import type { Cast } from './cast.ts';
import { uploadPicture, type Filed } from './papers.ts';

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

let papers = 0;

/** A paper with a plainly invented number. */
export function paper(services: Services, organ: string, filed?: Filed): OfficialDocument {
  papers += 1;
  const number = `${organ}演示〔${yearOf(services.today())}〕${papers}号`;
  return {
    number,
    date: services.today(),
    ...(filed ? { scan: filed.file, scanned: { name: filed.name, digest: filed.digest } } : {}),
  };
}

/** Whoever may take this task: the seat's holder, or the recorder for a unit that does not sign in. */
export function actorFor({ services, cast }: Walker, task: Task): Actor {
  return task.external ? cast.seated([services.law().policy.recorder]) : cast.holding(task.unit!, task.post);
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
  const what = boundBy(problem, task, law);
  const written = task.part === 'decide' && step.copies.some((copy) => copy.written);
  return {
    type: 'TakeStep',
    task: task.id,
    ...(task.part === 'decide' ? extra : {}),
    ...(what ? { seen: digestOf(problem, what, law) } : {}),
    ...(written ? { document: paper(walker.services, '施') } : {}),
    ...(task.external
      ? {
          recorded: {
            unitName: task.unitName!,
            document: paper(walker.services, '保', await uploadPicture(walker.services, '演示扫描件', 'demonstration')),
          },
        }
      : {}),
  };
}

/** Who answers for this problem: the holder's and the lead department's people, by name (二(二).1). */
export function partsFor({ services, cast }: Walker, holder: string, department: string): Parts {
  const part = (unit: string) => {
    const person = cast.holding(unit, 'handler');
    return [{ unit, unitName: '', person: { name: person.name, id: person.id, post: 'handler' } }];
  };
  const roles = new Set(services.law().policy.caseRoles.map((role) => role.id));
  const parts = {
    'case.holder': part(holder),
    'case.lead-department': part(department),
    'case.lead': part(department),
  };
  return Object.fromEntries(Object.entries(parts).filter(([role]) => roles.has(role)));
}
