import { theCalendar, wrongSeat, type Pass } from '../../access/index.ts';
import { amendClocks as amend, movedBy } from '../../procedure/index.ts';
import { documentFaults, taskOf } from './stepping.ts';
import { byAct, clauseOf, textFault, type Case, type Verb } from './verb.ts';

const live = ['registered', 'listed', 'consented', 'handed-over', 'planning', 'rectifying', 'accepting'] as const;
/** Clocks may run from the registration on, and after closure for what the plan ties to it. */
export const timed = [...live, 'closed'] as const;

/** 催办: a word to whoever has the task, kept in the record. */
export const urge: Verb<'Urge'> = {
  stages: live,
  clause: byAct('urge').clause,
  pass: (at, { task }) => (taskOf(at.problem, task) ? byAct('urge').pass(at) : { obstacle: { code: 'nothing-to-do' } }),
  faults: (_at, ask) => textFault('text', ask.text, 500),
  write: (draft, { task, text }, law) => {
    const unitName = taskOf(draft.now(), task)?.unitName ?? '';
    draft.add({ type: 'Urged', task, unitName, text, clause: clauseOf('urge', law) });
  },
};

const copyOf = ({ problem }: Case, id: string) => problem.copies.find((copy) => copy.id === id) ?? null;

/** A copy to a unit that does not sign in here is sent on paper; its number and day are entered. */
export const recordCopySent: Verb<'RecordCopySent'> = {
  stages: [...live, 'closed'],
  clause: (at, { copy }) => copyOf(at, copy)?.clause ?? null,
  pass: (at, { copy }) =>
    copyOf(at, copy)?.state === 'owed' ? byAct('record-copy').pass(at) : { obstacle: { code: 'nothing-to-do' } },
  faults: ({ on }, { document }) => documentFaults('document', document, on),
  write: (draft, { copy, document }) => {
    const { clause } = draft.now().copies.find((filed) => filed.id === copy)!;
    draft.add({ type: 'CopySent', copy, document, clause });
  },
};

/** Somebody of the unit has read a copy that was filed with it. Any post will do: filing is to the unit. */
export const acknowledgeCopy: Verb<'AcknowledgeCopy'> = {
  stages: [...live, 'closed'],
  clause: (at, { copy }) => copyOf(at, copy)?.clause ?? null,
  pass: (at, { copy }): Pass => {
    const filed = copyOf(at, copy);
    if (filed?.state !== 'filed') return { obstacle: { code: 'nothing-to-do' } };
    const pass = byAct('acknowledge-copy').pass(at);
    if ('obstacle' in pass) return pass;
    // whoever may read copies reads those of his own unit
    const posting = at.by.postings.find((held) => held.unit === filed.unit);
    return posting
      ? { posting }
      : { obstacle: wrongSeat([{ unit: filed.unit, unitName: filed.unitName, post: '*' }], at.law.policy) };
  },
  faults: () => [],
  write: (draft, { copy }) => {
    const { clause, unitName } = draft.now().copies.find((filed) => filed.id === copy)!;
    draft.add({ type: 'CopyRead', copy, unitName, clause });
  },
};

/** Only the calendar notes what days do; a person has no such verb. */
function passToCalendar({ by, law }: Case): Pass {
  const posting = by.id === theCalendar.id ? by.postings[0] : undefined;
  return posting
    ? { posting }
    : { obstacle: wrongSeat([{ unit: null, unitName: null, post: 'calendar' }], law.policy) };
}

/** A term that ran out is noted once, signed by the calendar; asked twice, it is refused the second time. */
export const noteLapse: Verb<'NoteLapse'> = {
  stages: timed,
  clause: ({ problem }, { clock }) => problem.clocks.find((running) => running.id === clock)?.clause ?? null,
  pass: (at, { clock: id }) => {
    const clock = at.problem.clocks.find((running) => running.id === id);
    const lapsed = clock && clock.metOn === null && clock.lapsedOn === null && clock.due !== null && clock.due < at.on;
    return lapsed ? passToCalendar(at) : { obstacle: { code: 'nothing-to-do' } };
  },
  faults: () => [],
  write: (draft, { clock: id }) => {
    const { due, clause } = draft.now().clocks.find((clock) => clock.id === id)!;
    draft.add({ type: 'TermLapsed', clock: id, due: due!, clause });
  },
};

/** A new notice moves open clocks with a trace. Met clocks stay as they were. */
export const amendClocks: Verb<'AmendClocks'> = {
  stages: timed,
  clause: () => null,
  pass: (at) =>
    movedBy(at.problem.clocks, at.law.calendar).length > 0
      ? passToCalendar(at)
      : { obstacle: { code: 'nothing-to-do' } },
  faults: (_at, ask) => textFault('reason', ask.reason, 500),
  write: (draft, { reason }, law) => void amend(draft, reason, law),
};
