import type { Kind, Policy } from '../policy/index.ts';
import type { Case, Counted } from './case.ts';
import type { CaseDraft } from './verbs/verb.ts';

/** A field of the sheet that the program counts, and the milestone at which it stands. */
export type FigureField = { readonly id: string; readonly figure: string; readonly fixedAt: string };

/** Fields of the kind that the program counts. A gathering's stand when it is frozen, others when the dossier is closed. */
export const figureFields = ({ sheet, is }: Kind): readonly FigureField[] =>
  sheet.flatMap(({ id, figure, fixedAt = is === 'gathering' ? 'frozen' : 'closed' }) =>
    figure === undefined ? [] : [{ id, figure, fixedAt }],
  );

/** Those that are still counted anew whenever somebody looks. */
export const openFigures = ({ figures = {} }: Pick<Case, 'figures'>, kind: Kind): readonly FigureField[] =>
  figureFields(kind).filter(({ id }) => figures[id] === undefined);

/** What a figure is in: dossiers are counted, numbers and sums of money are added up. */
export function figureMeasure(kind: Kind, figure: string, policy: Policy): 'count' | 'number' | 'money' {
  const named = policy.figures?.find(({ id }) => id === figure);
  if (!named || 'count' in named) return 'count';
  const files = policy.duties.find(({ id }) => id === kind.gathers)?.runs?.files;
  const field = policy.kinds?.find(({ id }) => id === files)?.sheet.find(({ id }) => id === named.sum);
  return field?.type === 'money' ? 'money' : 'number';
}

/** Figures that stand from what was reached between these two on, and that nobody has counted yet. */
export const figuresDue = (before: Case, after: Case, kind: Kind): readonly FigureField[] =>
  openFigures(after, kind).filter(
    ({ fixedAt }) => after.milestones[fixedAt] !== undefined && before.milestones[fixedAt] === undefined,
  );

/** What this decision reached fixes the figures that stand from then on, as they were counted for it. What is fixed stays. */
export function fixFigures(draft: CaseDraft, before: Case, kind: Kind, counted: Counted): void {
  const reached = figuresDue(before, draft.now(), kind).filter(({ id }) => counted[id] !== undefined);
  if (reached.length === 0) return;
  const figures = Object.fromEntries(reached.map(({ id }) => [id, counted[id]!]));
  draft.add({ type: 'FiguresFixed', figures, clause: kind.clause });
}
