import type { Actor } from '../access/index.ts';
import type { Case, CaseEvent } from '../case/index.ts';
import type { Kind } from '../policy/index.ts';
import type { End, Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';

/** Whose body a unit is, said again by hand: an oracle that asked the guard's own code would prove nothing. */
const bodies: Readonly<Record<string, string>> = { archive: 'office', rollers: 'survey', 'league-team': 'league' };
const body = (unit: string): string => bodies[unit] ?? unit;

/** Whether one of the seats to which the plan gives the reading of a kind is this person's, said again by hand. */
export const isReader = (
  { postings }: Actor,
  { reads }: Kind,
  { parts }: Case,
  { units }: Law,
  on: PlainDate,
): boolean =>
  reads === undefined ||
  postings.some(({ unit, post }) =>
    reads.some(
      (seat) =>
        (seat.post === '*' || seat.post === post) &&
        (seat.role.startsWith('case.')
          ? parts[seat.role]?.some((player) => player.unit === unit)
          : units
              .find(({ id }) => id === unit)
              ?.roles.some(
                ({ role, from = on, until = '9999-12-31' }) => role === seat.role && from <= on && on < until,
              )),
    ),
  );

const accepting = ['accept', 'on-site-check'];
const holders = ['case.answerer', 'case.filer'];

/** Reads a log and throws where a unit accepted its own work, or a person accepted what he did or checked himself. */
export function acceptsNoOwnWork(log: readonly CaseEvent[]): void {
  const workers = new Set<string>();
  const hands = new Set<string>();
  let holding: readonly string[] = [];
  for (const event of log) {
    if (event.type === 'PartsAssigned')
      holding = holders.flatMap((role) => event.parts[role]?.map(({ unit }) => body(unit)) ?? holding);
    if (event.type !== 'StepTaken') continue;
    const judge = body(event.unit);
    if (accepting.includes(event.do) && (workers.has(judge) || holding.includes(judge)))
      throw new Error(`${event.unit} accepts its own work at ${event.task}`);
    if (accepting.includes(event.do) && event.recorded === null && hands.has(event.by.id))
      throw new Error(`${event.by.id} accepts what he did himself at ${event.task}`);
    if (event.do === 'draft' || event.do === 'self-check') workers.add(judge);
    if (event.do === 'draft' || event.do === 'self-check' || event.do === 'submit') hands.add(event.by.id);
  }
}

type Told = { readonly end: string | null; readonly met: boolean; readonly floor: boolean };

/** Up to when: the instant of a term in hours, or the end of its day. Said again by hand. */
const endOf = ({ due, dueAt }: End): string => dueAt ?? `${due}T99`;
const nowOf = ({ on, instant }: { readonly on: PlainDate; readonly instant?: string }): string =>
  instant ?? `${on}T00:00`;

/**
 * Reads a log and throws where a limit moved that was met, where one that stood still or was lawfully moved was called over
 * before its end, where a last day was moved but not to a later one, or where a term that must have run was called late.
 */
export function movesOnlyWhatRuns(log: readonly CaseEvent[]): void {
  const clocks = new Map<string, Told>();
  for (const event of log) {
    // sent back by a person, or opened anew because those who decide do not agree
    if (event.type === 'StepReturned' || event.type === 'StepOpened')
      for (const id of event.reopens ?? []) clocks.set(id, { ...clocks.get(id)!, met: false });
    if (!('clock' in event)) continue;
    const before = clocks.get(event.clock);
    const wrong = (what: string): Error => new Error(`${event.clock} on ${event.on}: ${what} (${event.type})`);
    if (event.type === 'ClockStarted') {
      if (before && !event.floor) throw wrong('started twice');
      clocks.set(event.clock, { end: endOf(event), met: false, floor: event.floor ?? false });
      continue;
    }
    if (!before) throw wrong('not started');
    if (before.met) throw wrong('met already');
    switch (event.type) {
      case 'ClockMet':
        if (before.floor && event.late) throw wrong('nobody is late for a publicity');
        clocks.set(event.clock, { ...before, met: true });
        break;
      case 'TermLapsed':
        if (before.floor || before.end === null || before.end >= nowOf(event)) throw wrong('not over');
        break;
      case 'TermExtended':
        if (before.end === null || endOf(event) <= before.end || endOf(event) < nowOf(event))
          throw wrong('not lengthened');
        clocks.set(event.clock, { ...before, end: endOf(event) });
        break;
      case 'TermPaused':
        if (before.end === null || before.end < nowOf(event)) throw wrong('nothing to stop');
        clocks.set(event.clock, { ...before, end: null });
        break;
      case 'TermResumed':
        if (before.end !== null || endOf(event) < nowOf(event)) throw wrong('nothing to resume');
        clocks.set(event.clock, { ...before, end: endOf(event) });
        break;
      case 'ClockDropped':
        clocks.delete(event.clock);
        break;
      default:
        clocks.set(event.clock, { ...before, end: endOf(event) });
    }
  }
}
