import type { PlainDate } from '../time/index.ts';
import type { ProcedureEvent, Signature } from './event.ts';
import { dayBorne } from './paper.ts';

type Told = Signature & { readonly type: string };
type Of<T extends ProcedureEvent['type']> = Extract<ProcedureEvent, { type: T }>;
type Answer = Of<'StepTaken' | 'StepReturned'>;

const isAnswer = (event: Told): event is Answer => event.type === 'StepTaken' || event.type === 'StepReturned';
const isStart = (event: Told): event is Of<'ProcedureStarted'> => event.type === 'ProcedureStarted';
const isEnd = (event: Told | undefined): event is Of<'ProcedureFinished'> => event?.type === 'ProcedureFinished';

/**
 * Answers that bear a day before their step began, or come with a paper or tell of a visit of such a day, each with the day it did. It points;
 * people judge. Papers are entered late: a step begins with the day that the answers before it bear, not with their entry.
 */
export function datedEarly(log: readonly Told[]): ReadonlyMap<Told, PlainDate> {
  const early = new Map<Told, PlainDate>();
  const began = new Map<string, PlainDate>();
  const reached = new Map<string, PlainDate>();
  log.forEach((event, at) => {
    const before = log[at - 1];
    // a procedure that the end of another sets going begins with the day which that bears
    if (isStart(event)) {
      const start = (isEnd(before) ? began.get(before.run) : undefined) ?? event.on;
      began.set(event.run, start);
      reached.set(event.run, start);
    }
    const start = isAnswer(event) ? began.get(event.run) : undefined;
    if (!isAnswer(event) || start === undefined) return;
    const borne = dayBorne(event);
    const said = event.type === 'StepTaken' ? [event.document?.date, event.account?.heldOn] : [];
    if ([borne, ...said].some((day) => day !== undefined && day < start)) early.set(event, start);
    if (borne > reached.get(event.run)!) reached.set(event.run, borne);
    if (event.type === 'StepReturned' || event.endsStep) began.set(event.run, reached.get(event.run)!);
  });
  return early;
}
