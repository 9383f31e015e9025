import type { ClauseId, Text } from '../../policy/index.ts';
import { passToTakeBack, stepActOf, type LastAct } from '../withdrawing.ts';
import { textFault, type At, type SharedVerb } from './verb.ts';

/** To take back what one did last. `last` is read from the log and comes along, as figures do. */
export type TakingBack = { readonly reason: string; readonly last?: LastAct };

const clauseOfLast = ({ last }: At): ClauseId | null => (last ? (stepActOf(last.events)?.clause ?? null) : null);

/** 撤回: one's own last act, until the next person has opened the dossier. What it did is undone; that it was done stays. */
export const withdrawAct: SharedVerb<TakingBack> = {
  clause: clauseOfLast,
  pass: (at) => passToTakeBack(at.last, at.by, at.law),
  faults: (_at, { reason }) => textFault('reason', reason, 500),
  write: (draft, { reason, last }) => {
    const { from, to, events } = last!; // the guard let nobody through without one
    const { title, clause, type: what } = stepActOf(events)!;
    draft.add({ type: 'ActWithdrawn', from, to, what, title, reason, clause });
  },
};

/** What the act that would be taken back is called; null for every other verb. */
export const actTitle = (type: string, { last }: At): Text | null =>
  type === 'WithdrawAct' && last ? (stepActOf(last.events)?.title ?? null) : null;

/** Whether the last act is this person's, so that taking it back is his to think of. */
export const isOwnAct = ({ last, by }: At): boolean => last !== undefined && stepActOf(last.events)?.by.id === by.id;
