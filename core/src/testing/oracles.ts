import type { ProblemEvent } from '../problem/index.ts';
import type { PlainDate } from '../time/index.ts';

/** Whose body a unit is, said again by hand: an oracle that asked the guard's own code would prove nothing. */
const bodies: Readonly<Record<string, string>> = { archive: 'office', rollers: 'survey', 'league-team': 'league' };
const body = (unit: string): string => bodies[unit] ?? unit;

const accepting = ['accept', 'on-site-check'];
const judging = [...accepting, 'review', 'consent', 'expert-review', 'meeting'];

/** Reads a log and throws where a unit accepted its own work or a person judged what he drafted, wrote, handed in, did or checked. */
export function acceptsNoOwnWork(log: readonly ProblemEvent[]): void {
  const workers = new Set<string>();
  const drafters = new Set<string>();
  const checkers = new Set<string>();
  let holder: string | null = null;
  for (const event of log) {
    if (event.type === 'PartsAssigned') holder = event.parts['case.holder']?.[0]?.unit ?? holder;
    if (event.type === 'PlanWritten') drafters.add(event.by.id);
    if (event.type === 'FinishReported' || event.type === 'ProgressReported') checkers.add(event.by.id);
    if (event.type === 'EvidenceAdded' && event.by.unit === holder) checkers.add(event.by.id);
    if (event.type === 'MeasureCompleted') {
      workers.add(body(event.by.unit));
      checkers.add(event.by.id);
    }
    if (event.type !== 'StepTaken') continue;
    if (
      accepting.includes(event.do) &&
      (workers.has(body(event.unit)) || (holder !== null && body(holder) === body(event.unit)))
    ) {
      throw new Error(`${event.unit} accepts its own work at ${event.task}`);
    }
    const own = drafters.has(event.by.id) || (accepting.includes(event.do) && checkers.has(event.by.id));
    if (judging.includes(event.do) && event.recorded === null && own)
      throw new Error(`${event.by.id} judges his own at ${event.task}`);
    if (event.do === 'draft' || event.do === 'self-check') workers.add(body(event.unit));
    if (event.do === 'draft' || event.do === 'submit') drafters.add(event.by.id);
    if (event.do === 'self-check') checkers.add(event.by.id);
  }
}

/** Throws where an ended step was followed by no next step, or by more than one way on. */
export function opensOneNextStep(log: readonly ProblemEvent[]): void {
  log.forEach((event, at) => {
    if (event.type !== 'StepTaken') return;
    const later = log.slice(at + 1);
    const until = later.findIndex(
      (next) => next.type === 'StepTaken' || next.type === 'StepReturned' || next.type === 'PartsAssigned',
    );
    const between = until < 0 ? later : later.slice(0, until);
    const ways = between.filter(
      (next) => (next.type === 'StepOpened' || next.type === 'ProcedureFinished') && next.run === event.run,
    );
    if (ways.length !== (event.endsStep ? 1 : 0)) throw new Error(`${event.task} opened ${ways.length} ways on`);
  });
}

type Told = { readonly due: PlainDate | null; readonly met: boolean };

/**
 * Reads a log and throws where a limit moved that was met, where one that stood still or was lawfully moved was called over
 * before its day, or where a last day was moved but not to a later one.
 */
export function movesOnlyWhatRuns(log: readonly ProblemEvent[]): void {
  const clocks = new Map<string, Told>();
  for (const event of log) {
    // sent back by a person, or opened anew because those who decide do not agree
    if (event.type === 'StepReturned' || event.type === 'StepOpened')
      for (const id of event.reopens ?? []) clocks.set(id, { due: clocks.get(id)?.due ?? null, met: false });
    if (!('clock' in event)) continue;
    const before = clocks.get(event.clock);
    const wrong = (what: string): Error => new Error(`${event.clock} on ${event.on}: ${what} (${event.type})`);
    if (event.type !== 'ClockStarted' && !before) throw wrong('not started');
    if (before?.met) throw wrong('met already');
    switch (event.type) {
      case 'ClockMet':
        if (event.due !== before!.due) throw wrong(`met as of ${event.due}, and ${before!.due} was its day`);
        clocks.set(event.clock, { due: event.due, met: true });
        break;
      case 'TermLapsed':
        if (before!.due === null || before!.due >= event.on) throw wrong('not over');
        break;
      case 'TermExtended':
        if (before!.due === null || event.due <= before!.due || event.due < event.on) throw wrong('not lengthened');
        clocks.set(event.clock, { due: event.due, met: false });
        break;
      case 'TermPaused':
        if (before!.due === null || before!.due < event.on) throw wrong('nothing to stop');
        clocks.set(event.clock, { due: null, met: false });
        break;
      case 'TermResumed':
        if (before!.due !== null || event.due < event.on) throw wrong('nothing to resume');
        clocks.set(event.clock, { due: event.due, met: false });
        break;
      case 'ClockDropped':
        clocks.delete(event.clock);
        break;
      default:
        clocks.set(event.clock, { due: event.due, met: false });
    }
  }
}
