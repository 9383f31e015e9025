import type { Procedure, ProcedureId, StartEvent } from './model.ts';

/** The step that an event ends: `step:draft` is one of the same route, `step:plan/issue` one of another procedure. */
export type StepNamed = { readonly procedure: string | null; readonly step: string };

/** The step named by a start event; null for a milestone. */
export function stepNamed(event: StartEvent): StepNamed | null {
  if (!event.startsWith('step:')) return null;
  const [first = '', second] = event.slice('step:'.length).split('/');
  return second === undefined ? { procedure: null, step: first } : { procedure: first, step: second };
}

/** The events that the end of this step is: by its own name for its route, by its full name for the other procedures. */
export const stepEvents = (
  procedure: ProcedureId,
  step: string,
): { readonly within: StartEvent; readonly beyond: StartEvent } => ({
  within: `step:${step}`,
  beyond: `step:${procedure}/${step}`,
});

/** What the step is called, on whichever route of its procedure it stands. */
export const stepOfProcedure = (procedures: readonly Procedure[], { procedure, step }: StepNamed) => {
  const found = procedures.find(({ id }) => id === procedure);
  const there = found?.routes.flatMap((route) => route.steps).find(({ id }) => id === step);
  return found && there ? { procedure: found, step: there } : null;
};
