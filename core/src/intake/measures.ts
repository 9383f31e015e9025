import { parseDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { datePhrases } from './deadline-phrases.ts';
import { narrow, tidy } from './normalise.ts';
import { arabicDates, chineseNumber } from './numerals.ts';

/** One step of the work, as written. `deadline` is its own; null: the problem's deadline holds for it. */
export type Measure = { readonly mark: string | null; readonly text: string; readonly deadline: Deadline | null };

/** A cell of measures taken apart; `intro` is what stands before the first number. */
export type Measures = { readonly intro: string; readonly items: readonly Measure[] };

type Mark = { readonly at: number; readonly length: number; readonly value: number; readonly words: string };

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const HAN = '[一二三四五六七八九十]{1,3}';

/** Ways of numbering. A decimal point (`1.5公里`) is no number of a measure, and neither is 第1项 inside a sentence. */
const STYLES: readonly RegExp[] = [
  /(?<=^|[\n。；;:：\s])(\d{1,2})(?:、|[.．](?!\d)|[.．](?=20\d{2}[年.]))/g,
  /[(（](\d{1,2})[)）]/g,
  new RegExp(`[(（](${HAN})[)）]`, 'g'),
  new RegExp(`([${CIRCLED}])`, 'g'),
  new RegExp(`(?<=^|[\\n。；;:：，,\\s])(${HAN})是(?!否)`, 'g'),
  new RegExp(`(?<=^|[\\n。；;:：\\s])(${HAN})、`, 'g'),
  new RegExp(`(?<=^|[\\n。；;:：\\s])第(${HAN})[，,、]`, 'g'),
];

function valueOf(words: string): number {
  const circled = CIRCLED.indexOf(words);
  return circled >= 0 ? circled + 1 : /^\d+$/.test(words) ? Number(words) : (chineseNumber(words) ?? 0);
}

// Only a run 1, 2, 3 … is a numbering; a lone “（2）” or a jump is part of the sentence.
function runOf(text: string, style: RegExp): readonly Mark[] {
  const run: Mark[] = [];
  for (const found of text.matchAll(style)) {
    const mark = { at: found.index, length: found[0].length, value: valueOf(found[1] ?? ''), words: found[0] };
    if (mark.value === run.length + 1) run.push(mark);
  }
  return run.length > 1 ? run : [];
}

/** Cuts a text at its outermost numbering. One piece without mark when it has none. */
export function numbered(raw: string): {
  readonly intro: string;
  readonly pieces: readonly { readonly mark: string | null; readonly text: string }[];
} {
  const text = tidy(raw).replace(/[０-９．]/g, narrow);
  const runs = STYLES.map((style) => runOf(text, style)).filter((run) => run.length > 0);
  const [outer] = runs.sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
  if (outer === undefined) return { intro: '', pieces: text === '' ? [] : [{ mark: null, text }] };
  const pieces = outer.map((mark, index) => ({
    mark: mark.words.trim(),
    text: text
      .slice(mark.at + mark.length, outer[index + 1]?.at)
      .trim()
      .replace(/[；;]$/, ''),
  }));
  return { intro: text.slice(0, outer[0]?.at).trim(), pieces };
}

const DUE = /^(?:之|以)?前|^(?:内)?(?:全面|全部|基本)?完成/;
const NOT_DUE = /(?:截至|截止|截止到|自|从|印发的?|《)$/;
const NO_YEAR = /(?<![\d年])(\d{1,6}月(?:\d{1,2}[日号])?[底末]?(?:之|以)?前|年底前)/;

/** The deadline that a measure itself names: a date followed by 前 or 完成. Null when it names none. */
export function ownDeadline(measure: string, contextYear?: number): Deadline | null {
  const text = arabicDates(narrow(measure)).replace(/\s/g, '');
  const due = datePhrases(text).flatMap(({ words, at }) => {
    const after = DUE.exec(text.slice(at + words.length));
    return after && !NOT_DUE.test(text.slice(0, at)) ? [`${words}${after[0]}`] : [];
  });
  const ongoing = /长期坚持/.test(text) ? '，并长期坚持' : '';
  const [first, ...more] = due;
  if (first !== undefined) return parseDeadline(more.length > 0 ? due.join('，') : `${first}${ongoing}`, contextYear);
  const doubtful = NO_YEAR.exec(text) ?? /20[Xx×]{2}年|〔[\s\u3000]*〕(?=[年月日])/.exec(text);
  const without = /(?:长期坚持|立行立改|立即整改)(?=[。；;，,]*$)/.exec(text);
  const words = doubtful ?? without;
  return words ? parseDeadline(words[0], contextYear) : null;
}

/** Measures of one cell, each with its own deadline where it names one. */
export function splitMeasures(raw: string, contextYear?: number): Measures {
  const { intro, pieces } = numbered(raw);
  return { intro, items: pieces.map((piece) => ({ ...piece, deadline: ownDeadline(piece.text, contextYear) })) };
}
