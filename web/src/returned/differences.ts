import { diffWordsWithSpace } from 'diff';

/** A piece of a text: in both, only in the earlier, only in the later. */
export type Piece = { readonly text: string; readonly is: 'same' | 'gone' | 'new' };

/** Where words end, Chinese ones too. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The two texts as one, word by word: what went and what came stand where they differ. */
export function differences(before: string, after: string): readonly Piece[] {
  return diffWordsWithSpace(before, after, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'new' : removed ? 'gone' : 'same',
  }));
}
