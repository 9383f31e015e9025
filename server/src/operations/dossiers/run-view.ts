import {
  datedEarly,
  dayBorne,
  daysApart,
  routeOf,
  type Law,
  type ProcedureEvent,
  type Run,
  type Signature,
} from '@bihuan/core/procedure';
import { signerView, type Asides } from '../people/asides.ts';

type Answered = Extract<ProcedureEvent, { type: 'StepTaken' | 'StepReturned' }>;

const isAnswerTo =
  (run: Run) =>
  (event: { readonly type: string }): event is Answered =>
    (event.type === 'StepTaken' || event.type === 'StepReturned') && (event as Answered).run === run.id; // told by the type

/**
 * A procedure under way: every step of its route with how far it is, and every answer given to one, oldest first.
 * `stale`: tasks whose approval was given to content that has changed since.
 */
export function runView(
  run: Run,
  law: Law,
  log: readonly (Signature & { readonly type: string })[],
  { stale = [], asides }: { readonly stale?: readonly string[]; readonly asides: Asides },
) {
  const route = routeOf(law, run.id, run.route);
  const early = datedEarly(log);
  const at = route.steps.findIndex((step) => step.id === run.step);
  // an outcome may pass steps by: only what somebody answered is done
  const isDone = (id: string, index: number): boolean =>
    (run.finishedOn !== null || index < at) && run.acts.some((act) => act.step === id && act.standing);
  return {
    id: run.id,
    route: run.route,
    title: run.title,
    clause: run.clause,
    ruling: run.ruling,
    round: run.round,
    finishedOn: run.finishedOn,
    steps: route.steps.map(
      ({ id, title, clause }, index) =>
        ({
          id,
          title,
          clause,
          state: isDone(id, index) ? 'done' : index === at ? 'open' : 'ahead',
        }) as const,
    ),
    acts: log
      .filter(isAnswerTo(run))
      .map((event) => ({ ...actView(event, run, stale, asides), before: early.get(event) ?? null })),
  };
}

/** What the log says of an answer, and what the present state says of it: whether it still holds. */
function actView(event: Answered, { acts }: Run, stale: readonly string[], asides: Asides) {
  const { title, clause, unitName, by, on, recorded } = event;
  const taken = event.type === 'StepTaken' ? event : null;
  const held = taken && acts.find((act) => act.task === taken.task);
  return {
    title,
    clause,
    /** A return names the round it opens; it was given in the one before. */
    round: event.type === 'StepTaken' ? event.round : event.round - 1,
    do: taken?.do ?? 'record',
    /** In which of several ways the step ended by it. */
    outcome: taken?.outcome?.title ?? null,
    verdict: taken ? verdictOf(taken) : ('returned' as const),
    unitName,
    by: signerView(by, asides),
    on,
    day: dayBorne(event),
    claimedOn: event.claimedOn ?? null,
    apart: daysApart(event),
    words: event.type === 'StepTaken' ? event.opinion : event.reason,
    document: recorded?.document ?? taken?.document ?? null,
    recorded: recorded !== null,
    account: taken?.account ?? null,
    standing: held?.standing ?? false,
    stale: taken !== null && stale.includes(taken.task),
  };
}

/** Whoever signs along agrees by it, or disagrees beside the decision. */
function verdictOf({ part, verdict }: Extract<Answered, { type: 'StepTaken' }>) {
  if (part === 'decide') return verdict;
  return verdict === 'object' ? ('dissent' as const) : ('co-sign' as const);
}
