import type { ProcedureEvent } from '@bihuan/core/procedure';

type Stale = { readonly task: string; readonly step: string; readonly person: string; readonly on: string };

/** Approvals whose content has changed since, with the names of those who gave them: the state knows people by their ids. */
export function staleView(stale: readonly Stale[], log: readonly { readonly type: string }[]): Stale[] {
  const names = new Map(log.filter(isTaken).map(({ task, by }) => [`${task} ${by.id}`, by.name] as const));
  return stale.map((approval) => ({
    ...approval,
    person: names.get(`${approval.task} ${approval.person}`) ?? approval.person,
  }));
}

const isTaken = (event: { readonly type: string }): event is Extract<ProcedureEvent, { type: 'StepTaken' }> =>
  event.type === 'StepTaken';
