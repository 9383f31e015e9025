import type { ImportLine } from './use-import.ts';

type Word = ImportLine['understood'][number];

/** What stands in the sheet, where the words understood do not already show it: `截止 2024-12-31` beside `2024年底前`. */
export function rawBeside({ text, raw }: Pick<Word, 'text' | 'raw'>): string | null {
  const written = raw.trim();
  return written === '' || bare(text).includes(bare(written)) ? null : written;
}

/** Blanks, line breaks and separators are no difference that a reader would look for. */
const bare = (words: string): string => words.replaceAll(/[\s、，,；;]/gu, '');
