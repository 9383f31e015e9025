import type { ClauseId, Text } from '../model.ts';

/** What a reading is compared by, in the order of the plan: everything that somebody could point at and ask “is it still so?”. */
export type PartKind =
  | 'plan'
  | 'clause'
  | 'fact'
  | 'field'
  | 'case-role'
  | 'unit'
  | 'act'
  | 'kind'
  | 'sheet-field'
  | 'stretch'
  | 'kind-act'
  | 'tell'
  | 'duty'
  | 'procedure'
  | 'route'
  | 'step'
  | 'limit'
  | 'ruling';

/** A side of a part that has words of its own on the page: who acts, by when, what it holds. */
export type Side =
  | 'title'
  | 'clause'
  | 'ruling'
  | 'words'
  | 'when'
  | 'who'
  | 'evidence'
  | 'copies'
  | 'returns'
  | 'also'
  | 'opens'
  | 'reads'
  | 'holder'
  | 'number'
  | 'stages'
  | 'extension'
  | 'pause'
  | 'reason'
  /** The same parts stand in it, one after another otherwise. */
  | 'order'
  /** What no sentence of the page says: the reading differs there and is not kept silent about. */
  | 'detail';

/** One thing that a reading says, in sentences side by side. */
export type Part = {
  readonly what: PartKind;
  /** Where it stands, unique in a reading: `plan/joint/submit`. */
  readonly id: string;
  readonly title: Text;
  /** Of a route its procedure, of a step its route, of a field its kind. */
  readonly within: Text | null;
  readonly clause: ClauseId | null;
  readonly ruling: string | null;
  readonly says: Partial<Readonly<Record<Side, Text>>>;
  /** Parts that stand in it one after another and are compared by themselves. */
  readonly order?: readonly string[];
  /** Its own words as the pack has them, without the parts that are compared by themselves. */
  readonly own: object;
};

type Stood = { readonly clause?: ClauseId; readonly ruling?: string };

/** What a part rests on, as every part of a pack says it. */
export const restingOn = ({ clause, ruling }: Stood): Pick<Part, 'clause' | 'ruling'> => ({
  clause: clause ?? null,
  ruling: ruling ?? null,
});
