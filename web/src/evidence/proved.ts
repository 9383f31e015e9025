import type { Schema } from '../api/client.ts';
import type { Plan } from '../api/plan.ts';
import type { Dossier } from '../dossier/dossier.ts';

/** What files prove: a dossier of either sort, as far as they need to know it. */
export type Proved = {
  readonly of: 'problem' | 'case';
  readonly id: string;
  readonly edition: string;
  /** The kind of evidence that is offered first. */
  readonly first: (kinds: Plan['evidenceKinds']) => string;
  /** Measures that a file may belong to. */
  readonly measures: readonly { readonly id: string; readonly text: string }[];
};

/** Of a problem, pictures of the state of the place that its stage shows come first. */
export function provedProblem({ row: { id, stage }, policy, measures }: Dossier): Proved {
  const shown = stage === 'rectifying' || stage === 'accepting' ? 'after' : 'before';
  return {
    of: 'problem',
    id,
    edition: policy,
    measures,
    first: (kinds) => (kinds.find(({ shows }) => shows === shown) ?? kinds[0])?.id ?? '',
  };
}

/** Of any other dossier, what its open step is waiting for comes first. */
export function provedCase({
  row: { id },
  policy,
  offers,
}: Pick<Schema<'CaseView'>, 'row' | 'policy' | 'offers'>): Proved {
  const awaited = offers.flatMap(({ obstacle }) =>
    obstacle?.code === 'evidence-missing' && Array.isArray(obstacle['missing']) ? obstacle['missing'].map(String) : [],
  );
  return {
    of: 'case',
    id,
    edition: policy,
    measures: [],
    first: (kinds) => (kinds.find((kind) => awaited.includes(kind.id)) ?? kinds[0])?.id ?? '',
  };
}
