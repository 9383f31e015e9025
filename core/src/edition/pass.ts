import { passToAny, passToTask, type Actor, type Pass } from '../access/index.ts';
import type { Kind, Procedure, Step, Stretch } from '../policy/index.ts';
import { hasProcedure, kindOn, procedureOf, routeOf, stepOf, type Law, type Task } from '../procedure/index.ts';
import { passToSendBack, type Aim } from '../procedure/verbs/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import type { EditionAsk } from './command.ts';
import type { Edition } from './edition.ts';
import { isShared, passToShared } from './shared-verbs.ts';

/** Who may do this now: the seats of the pack's edition procedure, through the one guard. */
export function passToEdition(
  edition: Edition,
  ask: Pick<EditionAsk, 'type'> & Aim,
  by: Actor,
  law: Law,
  on: PlainDate,
  instant?: LocalTime,
): Pass {
  if (isShared(ask)) return passToShared(edition, ask, { by, law, on, instant });
  const list = formingOf(law);
  if (!list) return { obstacle: { code: 'silent', topic: 'edition' } };
  const forming = list.procedure.routes[0]!.steps[0]!;
  if (ask.type === 'FormEdition') {
    return edition.stage === 'absent'
      ? passToAny(forming.by, edition, by, law, on)
      : { obstacle: { code: 'already-registered' } };
  }
  if (edition.stage === 'absent') return { obstacle: { code: 'unknown-dossier' } };
  if (ask.type === 'ChangeMembers') {
    if (edition.stage !== 'forming')
      return { obstacle: { code: 'wrong-stage', stage: edition.stage, needs: ['forming'] } };
    return passToAny(forming.by, edition, by, law, on);
  }
  const task = edition.tasks.find((open) => open.id === ask.task);
  if (!task || task.question !== undefined)
    return { obstacle: { code: 'out-of-turn', at: edition.tasks[0]?.id ?? null } };
  const pass = passToTask(edition, task, by, law, on);
  if ('obstacle' in pass) return pass;
  if (ask.type === 'ReturnStep') return passToSendBack({ dossier: edition, field: null, by, law, on }, task.id);
  return ask.type === 'TakeStep' && edition.members.length === 0 ? { obstacle: { code: 'edition-empty' } } : pass;
}

/** How a list is formed and agreed to: its kind, the first stretch of its flow and the procedure that runs there; null: no plan for it. */
export function formingOf(
  law: Law,
): { readonly kind: Kind; readonly stretch: Stretch; readonly procedure: Procedure } | null {
  const kind = kindOn(law, 'edition');
  const stretch = kind?.flow[0];
  if (!kind || !stretch || !hasProcedure(law, stretch.run)) return null;
  return { kind, stretch, procedure: procedureOf(law, stretch.run) };
}

/** The step of the edition's own procedure that a task of it stands for. */
export const stepFor = (edition: Edition, task: Task, law: Law): Step =>
  stepOf(routeOf(law, task.run, edition.runs[task.run]!.route), task.step);
