import type { Schema } from '../api/client.ts';
import { paperOf, type Paper } from '../verbs/document-field.tsx';
import { partsOf, type PartLines } from '../verbs/part-lines.ts';
import { given } from '../verbs/verb.ts';

export type Wish = 'classify' | 'handOver' | 'urge';
export type BatchValues = {
  readonly text?: string;
  readonly opinion?: string;
  readonly facts?: Record<string, string>;
  readonly document?: Paper;
  readonly parts?: PartLines;
};

/** Kinds of step that a batch may take; each problem's edition says which of its steps that is. */
const STEPS = { classify: 'classify', handOver: 'hand-over' } as const;

/** The shared wish as the contract has it. */
export function batchAsk(
  wish: Wish,
  { text = '', opinion, facts, document, parts }: BatchValues,
): Schema<'BatchCommand'>['ask'] {
  if (wish === 'urge') return { type: 'Urge', text };
  const paper = paperOf(document);
  const said = given(opinion);
  return {
    type: 'TakeStep',
    do: STEPS[wish],
    ...(said ? { opinion: said } : {}),
    ...(facts ? { facts } : {}),
    ...(paper ? { document: paper } : {}),
    ...(parts ? { parts: partsOf(parts, {}) } : {}),
  };
}
