import type { ClauseId } from '../../model.ts';
import type { Found } from './survey.ts';

/** What a fault says besides its kind and its place. */
type Said = {
  readonly clause?: ClauseId;
  readonly facts?: Found['facts'];
  readonly about: readonly string[];
  readonly zh: string;
  readonly en: string;
};

/** A fault of the policy at this place. */
export const told = (kind: Found['kind'], path: Found['path'], { clause, facts = [], about, zh, en }: Said): Found => ({
  kind,
  file: 'policy',
  path,
  clauses: clause === undefined || clause === '' ? [] : [clause],
  facts,
  about,
  text: { zh, en },
});
