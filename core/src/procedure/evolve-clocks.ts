import type { Clock } from './clock.ts';
import type { ProcedureEvent } from './event.ts';
import { isOver } from './moment.ts';

type EventOf<T extends ProcedureEvent['type']> = Extract<ProcedureEvent, { type: T }>;

type ClockEvent = EventOf<
  | 'ClockStarted'
  | 'ClockMet'
  | 'ClockMoved'
  | 'ClockDropped'
  | 'TermExtended'
  | 'TermPaused'
  | 'TermResumed'
  | 'TermLapsed'
>;

/** The clocks after one event that concerns them. */
export function evolveClocks(clocks: readonly Clock[], event: ClockEvent): readonly Clock[] {
  const change = (edit: (clock: Clock) => Clock): Clock[] =>
    clocks.map((clock) => (clock.id === event.clock ? edit(clock) : clock));
  switch (event.type) {
    case 'ClockStarted':
      return [...clocks.filter((other) => other.id !== event.clock), startedClock(event)];
    case 'ClockMet':
      return change((clock) => ({ ...clock, metOn: event.day, ...(event.metAt ? { metAt: event.metAt } : {}) }));
    case 'ClockMoved':
      return change((clock) => moved(clock, event));
    case 'TermExtended':
      return change((clock) => ({
        ...moved(clock, event),
        extensions: [...(clock.extensions ?? []), event.units],
      }));
    case 'TermPaused':
      return change(({ dueAt: _known, ...clock }) => ({
        ...clock,
        due: null,
        provisional: false,
        pauses: [...(clock.pauses ?? []), { from: event.on, until: null, reason: event.reason }],
      }));
    case 'TermResumed':
      return change((clock) => ({
        ...moved(clock, event),
        pauses: (clock.pauses ?? []).map((pause) =>
          pause.until === null
            ? { ...pause, until: event.on, ...(event.notAfter ? { notAfter: event.notAfter } : {}) }
            : pause,
        ),
      }));
    case 'ClockDropped':
      return clocks.filter((clock) => clock.id !== event.clock);
    case 'TermLapsed':
      return change((clock) => ({ ...clock, lapsedOn: event.on }));
  }
}

function startedClock(from: EventOf<'ClockStarted'>): Clock {
  const { clock: id, title, clause, target, measure, event, start, term, due, provisional, calendar } = from;
  return {
    id,
    title,
    clause,
    target,
    measure,
    event,
    ...(from.floor ? { floor: from.floor } : {}),
    start,
    ...(from.startAt ? { startAt: from.startAt } : {}),
    term,
    due,
    ...(from.dueAt ? { dueAt: from.dueAt } : {}),
    provisional,
    calendar,
    metOn: null,
    lapsedOn: null,
  };
}

/** Moved past today, it has not run out after all. */
function moved(clock: Clock, event: EventOf<'ClockMoved' | 'TermExtended' | 'TermResumed'>): Clock {
  const { due, provisional, calendar } = event;
  const end = { due, ...('dueAt' in event ? { dueAt: event.dueAt } : {}) };
  const { dueAt: _before, ...rest } = clock;
  // counted in another term, it has an instant only where that term has one
  const counted = 'term' in event && event.term ? { ...rest, term: event.term } : clock;
  return { ...counted, ...end, provisional, calendar, lapsedOn: isOver(end, event) ? clock.lapsedOn : null };
}

/** These are not met after all, and run on from where they were. */
export const runningOn = (clocks: readonly Clock[], ids: readonly string[]): readonly Clock[] =>
  clocks.map(({ metAt, ...clock }) => {
    if (ids.includes(clock.id)) return { ...clock, metOn: null };
    return metAt === undefined ? clock : { ...clock, metAt };
  });
