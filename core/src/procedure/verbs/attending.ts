import { theCalendar, wrongSeat, type InputFault, type Pass } from '../../access/index.ts';
import type { Clock } from '../clock.ts';
import type { Dossier, Task } from '../dossier.ts';
import type { Pen } from '../draft.ts';
import type { Law } from '../law.ts';
import { isUrgable, type Line } from '../lines.ts';
import { isOver, type Moment } from '../moment.ts';
import type { OfficialDocument } from '../paper.ts';
import { amendClocks as amend, movedBy } from '../clocks.ts';
import { byAct, clauseOf, documentFaults, textFault, type At, type SharedVerb } from './verb.ts';

type ToCopy = { readonly copy: string };
type ToClock = { readonly clock: string };

/** An open task by its id; null once it is done or its round is over. A question is no step. */
export const taskOf = ({ tasks }: Pick<At['dossier'], 'tasks'>, id: string): Task | null =>
  tasks.find((task) => task.id === id) ?? null;

type ToTask = { readonly task: string };

/** What stands open in a dossier of a subject, line by line. */
type Lines<D extends Dossier> = (dossier: D, law: Law) => readonly Line[];

/** 催办: a word to whoever answers for a line, step or not, kept in the record. */
export const urgeOn = <D extends Dossier>(lines: Lines<D>) => {
  const lineOf = (dossier: D, id: string, law: Law): Line | null =>
    lines(dossier, law).find((line) => line.id === id && isUrgable(line)) ?? null;
  return {
    clause: byAct('urge').clause,
    pass: (at: At<D>, { task }: ToTask): Pass => {
      if (!lineOf(at.dossier, task, at.law)) return { obstacle: { code: 'nothing-to-do' } };
      // a duty that reminds does so by the calendar, whoever may urge
      return at.by.id === theCalendar.id ? { posting: at.by.postings[0]! } : byAct('urge').pass(at);
    },
    faults: (_at: At<D>, ask: { readonly text: string }): InputFault[] => textFault('text', ask.text, 500),
    write: (draft: Pen<D>, { task, text }: ToTask & { readonly text: string }, law: Law): void => {
      const { unitName, clause } = lineOf(draft.now(), task, law)!;
      const said = clauseOf('urge', draft.now(), law) || clause;
      draft.add({ type: 'Urged', task, unitName: unitName ?? '', text, clause: said });
    },
  };
};

const copyOf = ({ dossier }: At, id: string) => dossier.copies.find((copy) => copy.id === id) ?? null;

/** A copy to a unit that does not sign in here is sent on paper; its number and day are entered. */
export const recordCopySent: SharedVerb<ToCopy & { readonly document: OfficialDocument }, ToCopy> = {
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
export const acknowledgeCopy: SharedVerb<ToCopy, ToCopy> = {
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
export function passToCalendar({ by, law }: Pick<At, 'by' | 'law'>): Pass {
  const posting = by.id === theCalendar.id ? by.postings[0] : undefined;
  return posting
    ? { posting }
    : { obstacle: wrongSeat([{ unit: null, unitName: null, post: 'calendar' }], law.policy) };
}

/** Whether a limit has run out and nobody has noted it: 24 hours with their minute, days with their end. A floor never does. */
function hasLapsed({ floor, metOn, lapsedOn, due, dueAt }: Clock, now: Moment): boolean {
  return !floor && metOn === null && lapsedOn === null && due !== null && isOver({ due, dueAt }, now);
}

/** A term that ran out is noted once, signed by the calendar; asked twice, it is refused the second time. */
export const noteLapse: SharedVerb<ToClock, ToClock> = {
  clause: ({ dossier }, { clock }) => dossier.clocks.find((running) => running.id === clock)?.clause ?? null,
  pass: (at, { clock: id }) => {
    const clock = at.dossier.clocks.find((running) => running.id === id);
    return clock && hasLapsed(clock, at) ? passToCalendar(at) : { obstacle: { code: 'nothing-to-do' } };
  },
  faults: () => [],
  write: (draft, { clock: id }) => {
    const { due, dueAt, clause } = draft.now().clocks.find((clock) => clock.id === id)!;
    draft.add({ type: 'TermLapsed', clock: id, due: due!, ...(dueAt ? { dueAt } : {}), clause });
  },
};

/** A new notice moves open clocks with a trace. Met clocks stay as they were. */
export const amendClocks: SharedVerb<{ readonly reason: string }, object> = {
  clause: () => null,
  pass: (at) =>
    movedBy(at.dossier.clocks, at.law.calendar).length > 0
      ? passToCalendar(at)
      : { obstacle: { code: 'nothing-to-do' } },
  faults: (_at, ask) => textFault('reason', ask.reason, 500),
  write: (draft, { reason }, law) => void amend(draft, reason, law),
};
