import type { Facts, Step } from '../policy/index.ts';
import { actsAt, boundDigest, type Place } from './binding.ts';
import type { Act, AskedWhy, Dossier, Task } from './dossier.ts';
import type { Pen } from './draft.ts';
import { routeOf, stepOf, type Law } from './law.ts';
import { firstFree, isSeat, tasksFor } from './seats.ts';

/**
 * Asks seats of an open step once more in the same round. What they said before stays in the record and counts no longer. Seats
 * that nobody holds any more are not asked, and what they said stands.
 */
function askAnew<D extends Dossier>(
  draft: Pen<D>,
  place: Place,
  acts: readonly Act[],
  tasks: readonly Task[],
  why: AskedWhy,
  law: Law,
): void {
  const { run, step, round } = place;
  const { id, title, clause } = stepAt(draft.now(), place, law);
  const first = firstFree(draft.now(), place, seatsAt(draft, place, law).length);
  draft.add({
    type: 'SeatsAskedAnew',
    run,
    step: id,
    round,
    title,
    clause,
    why,
    voids: acts.map(({ task, unit, person, on }) => ({ task, unit, person, on })),
    tasks: tasks.map((task, index) => ({ ...task, id: `${run}/${step}/${round}/${first + index}` })),
  });
}

const stepAt = ({ runs }: Dossier, { run, step }: Place, law: Law): Step =>
  stepOf(routeOf(law, run, runs[run]!.route), step);

const seatsAt = <D extends Dossier>(draft: Pen<D>, place: Place, law: Law): readonly Task[] =>
  tasksFor(stepAt(draft.now(), place, law), place.run, place.round, draft.now(), law, draft.signature.on);

/** Co-signatures of this round whose content is no longer what they saw, with the seats that are to be asked again. */
export function coSignersToAsk<D extends Dossier>(
  draft: Pen<D>,
  place: Place,
  law: Law,
  besides: Facts = {},
): { readonly acts: readonly Act[]; readonly tasks: readonly Task[] } {
  const now = draft.now();
  const content = (what: string) => draft.content(what, law);
  const changed = ({ part, bound }: Act): boolean =>
    part === 'co-sign' && bound !== null && bound.digest !== boundDigest(now, bound.what, place, content, law, besides);
  const stale = actsAt(now, place).filter(changed);
  if (stale.length === 0) return { acts: [], tasks: [] };
  const tasks = seatsAt(draft, place, law).filter(
    (task) =>
      task.part === 'co-sign' && stale.some((act) => act.unit === task.unit) && !isAsked(task, stale, place, now),
  );
  return { acts: stale.filter((act) => tasks.some(({ unit }) => unit === act.unit)), tasks };
}

/** Whether this seat has been asked and need not be again: it is still open, or what it signed holds. One unit may sit in two. */
function isAsked(seat: Task, stale: readonly Act[], place: Place, dossier: Dossier): boolean {
  const open = dossier.tasks.some((task) => isSeat(task, place, seat));
  return open || actsAt(dossier, place).some((act) => act.task === seat.id && !stale.includes(act));
}

/** A step that settles facts and that somebody still has to decide. */
function settlesUndecided(dossier: Dossier, place: Place, law: Law): boolean {
  const { run, step } = place;
  const open = dossier.tasks.some((task) => task.run === run && task.step === step && task.part === 'decide');
  return open && stepAt(dossier, place, law).settles.length > 0;
}

/** What was signed along in open steps and has changed since is void, and asked for again. */
export function askCoSigners<D extends Dossier>(draft: Pen<D>, law: Law): void {
  for (const { id: run, step, round, finishedOn } of Object.values(draft.now().runs)) {
    if (step === null || finishedOn !== null) continue;
    const { acts, tasks } = coSignersToAsk(draft, { run, step, round }, law);
    // as long as anybody still decides, nobody can say what they will have signed
    if (acts.length > 0 && !settlesUndecided(draft.now(), { run, step, round }, law))
      askAnew(draft, { run, step, round }, acts, tasks, 'content-changed', law);
  }
}

/** Somebody who signs along disagrees with what was decided: whoever decided decides anew, knowing it. */
export function askDeciders<D extends Dossier>(draft: Pen<D>, place: Place, deciding: Step['by'], law: Law): void {
  const acts = actsAt(draft.now(), place).filter(({ part }) => part === 'decide');
  const step = { ...stepAt(draft.now(), place, law), by: deciding, coSign: [] };
  const tasks = tasksFor(step, place.run, place.round, draft.now(), law, draft.signature.on);
  askAnew(draft, place, acts, tasks, 'dissent', law);
}
