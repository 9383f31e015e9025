import { evaluate, type Step, type Text } from '../policy/index.ts';
import { choose } from '../policy/choice.ts';
import type { PlainDate } from '../time/index.ts';
import { dueOfClock, reckoned } from './clocks.ts';
import type { Dossier } from './dossier.ts';
import { draftOn, type Pen } from './draft.ts';
import type { ProcedureEvent } from './event.ts';
import { evolveProcedure } from './evolve.ts';
import { limitOf, misfits, newTerm, stepAt, type Fitted, type Misfit } from './fitting.ts';
import { askAgain, settleFlow } from './flow.ts';
import { kindIn, procedureOf, routeOf, stepOf, type Law } from './law.ts';
import { openStep } from './opening.ts';
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
    if (waited || !before || seatsDiffer(before, taken)) openStep(draft, id, taken, round, to);
  }
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
const seats = ({ do: what, by, coSign, together, asks }: Step) => [what, by, coSign, together, asks ?? []];

/** What bringing a dossier over would mean: exactly the events that it would write, in the words of a list. */
export type Impact = {
  /** What the new reading has no place for; where anything stands here the dossier keeps the reading it has. */
  readonly misfits: readonly Misfit[];
  /** Limits that move, start or end; one that stands still has no day. */
  readonly clocks: readonly {
    readonly clock: string;
    readonly title: Text;
    readonly how: 'moves' | 'starts' | 'ends';
    readonly was: PlainDate | null;
    readonly due: PlainDate | null;
  }[];
  /** Open steps that other seats take from then on: who has answered there is asked again. */
  readonly reopened: readonly { readonly run: string; readonly step: string; readonly title: Text }[];
  /** Procedures that begin with it. */
  readonly begun: readonly { readonly run: string; readonly title: Text }[];
  /** Questions that the new reading answers, and those that it leaves open where the old one did not. */
  readonly settled: readonly Text[];
  readonly asked: readonly Text[];
  /** Procedures under way that the new reading would send by another route: they go on by theirs. */
  readonly otherwise: readonly { readonly run: string; readonly title: Text; readonly would: Text }[];
};

/** What it would mean for this dossier to be brought over on this day. Nothing is decided by asking. */
export function impactOf(dossier: Fitted, from: Law, to: Law, on: PlainDate): Impact {
  const unfit = misfits(dossier, from, to);
  const draft = draftOn<Dossier, ProcedureEvent>(dossier, evolveProcedure, { by: nobody, on });
  if (unfit.length === 0) adopt(draft, { from, to, reason: '' });
  const events = draft.events();
  const keys = (questions: readonly Question[]) => questions.filter(({ ruling }) => ruling === null);
  const [before, after] = [keys(dossier.questions), keys(draft.now().questions)];
  const missing = (these: readonly Question[], those: readonly Question[]): readonly Text[] =>
    these.filter(({ key }) => !those.some((other) => other.key === key)).map(({ text }) => text);
  return {
    misfits: unfit,
    clocks: clockChanges(dossier, draft.now()),
    reopened: events.flatMap((event) =>
      event.type === 'StepOpened' && dossier.runs[event.run]?.step === event.step
        ? [{ run: event.run, step: event.step, title: titleOfStep(dossier, event) }]
        : [],
    ),
    begun: events.flatMap((event) =>
      event.type === 'ProcedureStarted' ? [{ run: event.run, title: event.title }] : [],
    ),
    settled: missing(before, after),
    asked: missing(after, before),
    otherwise: unfit.length === 0 ? otherRoutes(dossier, to) : [],
  };
}

/** Nobody signs what is only tried. */
const nobody = { id: '', name: '', unit: '', unitName: '', post: '' };

function titleOfStep({ runs }: Dossier, { run, step }: { readonly run: string; readonly step: string }): Text {
  return runs[run]?.steps.find(({ id }) => id === step)?.title ?? { zh: step };
}

function clockChanges({ clocks: before }: Dossier, { clocks: after }: Dossier): Impact['clocks'] {
  const open = (clocks: Dossier['clocks']) =>
    new Map(clocks.flatMap((one) => (one.metOn === null ? [[one.id, one]] : [])));
  const [was, now] = [open(before), open(after)];
  return [...new Map([...was, ...now])].flatMap(([clock, { title }]) => {
    const [one, other] = [was.get(clock), now.get(clock)];
    const how = !one ? 'starts' : other ? 'moves' : 'ends';
    const same = how === 'moves' && one!.due === other!.due;
    return same ? [] : [{ clock, title, how, was: one?.due ?? null, due: other?.due ?? null }];
  });
}

function otherRoutes({ runs, facts }: Dossier, to: Law): Impact['otherwise'] {
  return Object.values(runs).flatMap(({ id: run, route, title, finishedOn }) => {
    if (finishedOn !== null) return [];
    const choice = choose(procedureOf(to, run), facts, to.policy.rulings);
    return choice.outcome === 'route' && choice.route.id !== route ? [{ run, title, would: choice.route.title }] : [];
  });
}
