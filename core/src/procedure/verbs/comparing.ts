import { wrongSeat, type InputFault, type Pass } from '../../access/index.ts';
import type { FarDay } from '../far-day.ts';
import type { At, SharedVerb } from './verb.ts';

/** A day that was looked at: `task` is its line. Words are for whoever reads it later, and may be left out. */
export type Comparing = { readonly task: string; readonly text?: string };

const dayOf = ({ farDays = [] }: At['dossier'], id: string): FarDay | null =>
  farDays.find((each) => each.id === id) ?? null;

/** Whoever coordinates has looked at a day that lies far from its entry: it stands as it is, and nobody is asked again. */
export const noteDays: SharedVerb<Comparing, Pick<Comparing, 'task'>> = {
  clause: ({ dossier }, { task }) => dayOf(dossier, task)?.clause ?? null,
  pass: ({ dossier, by, law }, { task }): Pass => {
    const found = dayOf(dossier, task);
    if (!found) return { obstacle: { code: 'nothing-to-do' } };
    const posting = by.postings.find(({ unit, post }) => unit === found.unit && post === found.post);
    return posting ? { posting } : { obstacle: wrongSeat([found], law.policy) };
  },
  faults: (_at, { text = '' }): InputFault[] =>
    text.length > 500 ? [{ field: 'text', code: 'too-long', bound: '500' }] : [],
  write: (draft, { task, text = '' }) => {
    const { act, title, day, on, clause } = dayOf(draft.now(), task)!;
    draft.add({ type: 'DaysNoted', act, title, day, enteredOn: on, text: text.trim() || null, clause });
  },
};
