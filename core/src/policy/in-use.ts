import type { Policy } from './model.ts';

/** What kinds of dossier have a use for; what stands beside it in the pack does nothing. */
export type InUse = {
  /** Whether some kind runs this procedure. */
  readonly procedure: (id: string) => boolean;
  /** Whether some kind has this part. */
  readonly part: (id: string) => boolean;
};

/** What the kinds of this plan use; in an edition from before kinds, which ran everything that it had, all of it. */
export function inUse({ kinds, procedures }: Pick<Policy, 'kinds' | 'procedures'>): InUse {
  if (kinds === undefined) return { procedure: () => true, part: () => true };
  const run = new Set(kinds.flatMap(({ flow }) => flow.map((stretch) => stretch.run)));
  const parts = new Set(kinds.flatMap((kind) => kind.parts));
  const handing = new Set(
    procedures
      .filter(({ routes }) => routes.some(({ steps }) => steps.some((step) => step.do === 'hand-over')))
      .map(({ id }) => id),
  );
  // a kind that hands over and names no part has all of the plan's
  const all = kinds.some((kind) => kind.parts.length === 0 && kind.flow.some(({ run: id }) => handing.has(id)));
  return { procedure: (id) => run.has(id), part: (id) => all || parts.has(id) };
}
