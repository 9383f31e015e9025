import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Meaning } from './meaning.ts';
import { question } from './question.ts';
import type { Answers, Decision } from './question.ts';
import type { Said } from './said.ts';
import { toldAs } from './told.ts';
import type { Memory } from './told.ts';
import { likelyWord, wordOf } from './vocabulary.ts';
import type { Word } from './vocabulary.ts';

/** A word as written and the word of the list it stands for; null where there is none. */
export type Term = { readonly raw: string; readonly id: string | null };

/**
 * Reads a cell that says one word of a closed list; any other word is asked about, and may stay a mere text.
 * @param memory what people said before that words mean; a list that learns from them also suggests the likeliest
 */
export function readTerm(
  { id: field, zh, en }: Said & { readonly id: Meaning },
  raw: string,
  words: readonly Word[] | undefined,
  row: number,
  given: Answers,
  memory?: Memory,
): Asked<Term | null> {
  if (raw === '') return plain(null);
  if (words === undefined) return plain({ raw, id: null });
  const word = wordOf(raw, words);
  if (word !== null) return plain({ raw, id: word.id });
  const likely = memory === undefined ? null : likelyWord(raw, words);
  const asked = question({
    code: 'word-unknown',
    row,
    field,
    raw,
    part: raw,
    zh: `“${zh}”写的是“${raw}”，对应哪一个？`,
    en: `“${en}” says “${raw}”. Which of these is it?`,
    options: [
      ...words.map((known) => ({ id: known.id, zh: known.zh, en: known.en })),
      { id: 'leave-out', zh: '只保留原文', en: 'Keep only the text' },
    ],
    ...(likely === null ? {} : { suggested: likely }),
  });
  const use = ({ choose }: Decision): Term => ({ raw, id: choose === 'leave-out' ? null : choose });
  return ask<Term | null>(asked, given, { raw, id: null }, use, memory?.get(toldAs(field, raw)));
}
