import type { ImportLine } from './use-import.ts';

type Word = ImportLine['understood'][number];

/** What stands in the sheet, where it was read as something else: `2024年底前` beside `截止 2024-12-31`. */
export function rawBeside({ field, text, raw }: Pick<Word, 'field' | 'text' | 'raw'>): string | null {
  const [shown, written] = [bare(text), bare(raw)];
  // the words of a measure stand in the text already, between its number and its day
  const same = field === 'measures' ? shown.includes(written) : shown === written;
  return written === '' || same ? null : raw.trim();
}

/** Blanks, line breaks and separators are no difference that a reader would look for. */
const bare = (words: string): string => words.replaceAll(/[\s、，,；;]/gu, '');
