import type { PlainDate } from '../time/index.ts';
import { readForm } from './deadline-forms.ts';

/** A date found inside longer text: its words, its day, and where it stands. */
export type DatePhrase = { readonly words: string; readonly date: PlainDate; readonly at: number };

const PHRASE =
  /20\d{2}年(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|份?(?:底|末))?|年?[底末]|[上下]半年|第?[1-4]季度)?|20\d{2}([.\-/])\d{1,2}(?:\1\d{1,2})?(?!\d)/g;

/** Every date that stands in a sentence, in order. Digits must be narrow and blanks gone. */
export function datePhrases(text: string): readonly DatePhrase[] {
  return [...text.matchAll(PHRASE)].flatMap((found) => {
    const form = readForm(found[0]);
    return form === null ? [] : [{ words: found[0], date: form.date, at: found.index }];
  });
}
