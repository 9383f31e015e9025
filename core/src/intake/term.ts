import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Meaning } from './meaning.ts';
import { question } from './question.ts';
import type { Answers } from './question.ts';
import type { Said } from './said.ts';
import { wordOf } from './vocabulary.ts';
import type { Word } from './vocabulary.ts';

/** A word as written and the word of the list it stands for; null where there is none. */
export type Term = { readonly raw: string; readonly id: string | null };

/** Reads a cell that says one word of a closed list; any other word is asked about, and may stay a mere text. */
export function readTerm(
  { id: field, zh, en }: Said & { readonly id: Meaning },
  raw: string,
  words: readonly Word[] | undefined,
  row: number,
  given: Answers,
): Asked<Term | null> {
  if (raw === '') return plain(null);
  if (words === undefined) return plain({ raw, id: null });
  const word = wordOf(raw, words);
  if (word !== null) return plain({ raw, id: word.id });
  const asked = question({
    code: 'word-unknown',
    row,
    field,
    raw,
    zh: `“${zh}”写的是“${raw}”，对应哪一个？`,
    en: `“${en}” says “${raw}”. Which of these is it?`,
    options: [
      ...words.map((known) => ({ id: known.id, zh: known.zh, en: known.en })),
      { id: 'leave-out', zh: '只保留原文', en: 'Keep only the text' },
    ],
  });
  return ask<Term | null>(asked, given, { raw, id: null }, ({ choose }) => ({
    raw,
    id: choose === 'leave-out' ? null : choose,
  }));
}
