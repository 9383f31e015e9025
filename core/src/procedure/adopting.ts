import { evaluate, type Step } from '../policy/index.ts';
import { dueOfClock, reckoned } from './clocks.ts';
import type { Dossier } from './dossier.ts';
import type { Pen } from './draft.ts';
import { limitOf, newTerm, stepAt } from './fitting.ts';
import { askAgain, settleFlow } from './flow.ts';
import { kindIn, routeOf, stepOf, type Law } from './law.ts';
import { catchUp } from './limits.ts';
import { seatStep } from './opening.ts';
import type { Question } from './question.ts';

/** Readings of one edition: the one that a dossier keeps, and the one it is brought over to. */
export type Adoption = { readonly from: Law; readonly to: Law; readonly reason: string };

/**
 * Brings a dossier over to another reading of its edition. Its routes, acts and met limits stay as they are; limits that run are
 * reckoned anew from where they started, questions are asked of the new reading, and a step that other seats take is opened for them.
 */
export function adopt<D extends Dossier>(draft: Pen<D>, { from, to, reason }: Adoption): void {
  const clause = kindIn(to, draft.now().kind)?.clause ?? '';
  const [was, edition] = [from.policy.edition, to.policy.edition];
  draft.add({ type: 'RevisionAdopted', from: was, to: edition, reason, clause });
  const asked = dropQuestions(draft, to);
  reckonAnew(draft, from, to);
  for (const question of asked) askAgain(draft, question, to);
  settleFlow(draft, to);
  for (const { id, step, round, route } of Object.values(draft.now().runs)) {
    if (step === null) continue;
    const taken = stepOf(routeOf(to, id, route), step);
    const before = stepAt(draft.now().runs[id], { run: id, step }, from);
    const waited = asked.some((question) => question.about === 'who' && question.run === id && question.step === step);
    if (waited || !before || seatsDiffer(before, taken)) seatStep(draft, id, taken, round, to);
  }
  catchUp(draft, to); // what counts from the opening of a step that had waited for its seats
}

const REASON = '按新的方案解读重新计算';

/** Limits that the new reading does not have end, those that it counts otherwise are counted from where they started. */
function reckonAnew<D extends Dossier>(draft: Pen<D>, from: Law, to: Law): void {
  for (const clock of draft.now().clocks.filter(({ metOn, target }) => metOn === null && target !== null)) {
    const [was, limit] = [limitOf(clock, draft.now(), from), limitOf(clock, draft.now(), to)];
    const applies = limit !== null && evaluate(limit.when, draft.now().facts).holds === 'yes';
    if (!applies || (was !== null && was.from !== limit.from)) {
      draft.add({ type: 'ClockDropped', clock: clock.id, clause: clock.clause, reason: REASON });
    } else if (newTerm(clock, limit, was) && clock.due !== null && limit.term.count !== 'plan-date') {
      const due = reckoned(dueOfClock({ ...clock, term: limit.term }, to.calendar));
      const move = { clock: clock.id, clause: limit.clause, was: clock.due, term: limit.term, reason: REASON };
      draft.add({ type: 'ClockMoved', ...move, ...due });
    }
  }
}

/** What the old reading left open is asked of the new one; only a return that still has nowhere to go waits on. */
function dropQuestions<D extends Dossier>(draft: Pen<D>, to: Law): readonly Question[] {
  const open = draft.now().questions.filter(({ ruling }) => ruling === null);
  const dropped = open.filter(({ about, run, step }) => {
    if (about !== 'where' || run === null || step === null) return true;
    return !stepAt(draft.now().runs[run], { run, step }, to)?.asks?.includes('where');
  });
  for (const { id, text, clauses } of dropped)
    draft.add({ type: 'QuestionDropped', question: id, text, reason: REASON, clause: clauses[0] ?? '' });
  return dropped;
}

const seatsDiffer = (one: Step, other: Step): boolean => JSON.stringify(seats(one)) !== JSON.stringify(seats(other));
const seats = ({ do: what, by, coSign, together, asks }: Step) => [
  what,
  by,
  coSign,
  together,
  asks?.includes('who') ?? false,
];
