import type { Absorbed, Dossier, Merged, Twin } from './dossier.ts';
import type { StageNamed } from './milestone-event.ts';
import type { Signature } from './event.ts';

type Doubled = Pick<Dossier, 'stage' | 'tasks' | 'clocks' | 'questions' | 'farDays' | 'merged' | 'absorbed'>;
type Merging = Pick<Signature, 'on'> & { readonly into: Twin; readonly reason: string; readonly stage: StageNamed };

/** A dossier that is closed as merged: whatever waits in it stands still, and comes back as it was by `standingAlone`. */
export function mergedInto<D extends Doubled>(dossier: D, { into, on, reason, stage }: Merging): D {
  const { farDays, ...rest } = dossier;
  const { tasks, clocks, questions } = rest;
  const waiting = { tasks, clocks, questions, ...(farDays ? { farDays } : {}) };
  const merged: Merged = { into, on, reason, before: { stage: dossier.stage, ...waiting } };
  return {
    ...(rest as D), // without what was optional in it
    stage: stage.id,
    tasks: [],
    clocks: clocks.filter(({ metOn }) => metOn !== null),
    questions: questions.filter(({ ruling }) => ruling !== null),
    merged,
  };
}

/** Set apart again. */
export function standingAlone<D extends Doubled>({ merged, ...dossier }: D): D {
  return { ...dossier, ...merged?.before } as D; // the same dossier without what was optional in it
}

/** A double came to it. */
export const withDouble = <D extends Doubled>(dossier: D, double: Absorbed): D => ({
  ...dossier,
  absorbed: [...(dossier.absorbed ?? []), double],
});

/** A double was set apart from it again. */
export function withoutDouble<D extends Doubled>({ absorbed = [], ...dossier }: D, { dossier: id }: Twin): D {
  const left = absorbed.filter((double) => double.dossier !== id);
  return (left.length > 0 ? { ...dossier, absorbed: left } : dossier) as D; // the same dossier without what was optional in it
}
