import { isField } from './field.ts';
import type { Field } from './field.ts';
import { exactMeaning, REGISTER } from './meaning.ts';
import type { Meaning, Meanings, NamedMeaning } from './meaning.ts';
import { squeeze, withoutBrackets } from './normalise.ts';
import type { Said } from './said.ts';

/** How sure the program is of what a column means. `unsure` is asked; `likely` is shown and can be corrected. */
export type Confidence = 'sure' | 'likely' | 'unsure' | 'none';

/** What a head text was taken for, and why. */
export type Recognised = { readonly field: Meaning | null; readonly confidence: Confidence; readonly why: Said };

/** The field of a list of problems whose head a text is, word for word, with or without its brackets; null otherwise. */
export function exactField(text: string): Field | null {
  const id = exactMeaning(text, REGISTER)?.id;
  return id !== undefined && isField(id) ? id : null;
}

/** What a head text means, `group` being the merged head above it. Longer known words win over shorter ones. */
export function recognise(text: string, group: string | null, meanings: Meanings): Recognised {
  const exact = exactMeaning(text, meanings);
  if (exact !== null) return sure(exact, text);
  const joined = group === null ? null : exactMeaning(`${group}${text}`, meanings);
  if (joined !== null) return sure(joined, `${group ?? ''}${text}`);
  const written = withoutBrackets(text);
  const ending = meanings.heads.find((head) => written.endsWith(head));
  if (ending !== undefined) return likely(meanings.byHead.get(ending), 'likely', ending);
  const inside = meanings.heads.find((head) => written.includes(head));
  if (inside !== undefined) return likely(meanings.byHead.get(inside), 'unsure', inside);
  return {
    field: null,
    confidence: 'none',
    why: {
      zh: '表头文字不在对照表里，列里没有内容或只是顺序号，不导入',
      en: 'The head is not in the table of known heads, and the column is empty or only counts; left out',
    },
  };
}

function sure({ id, zh, en }: NamedMeaning, text: string): Recognised {
  const head = squeeze(text);
  return {
    field: id,
    confidence: 'sure',
    why: { zh: `表头“${head}”就是“${zh}”`, en: `The head “${head}” is “${en}”` },
  };
}

function likely(named: NamedMeaning | undefined, confidence: Confidence, known: string): Recognised {
  return {
    field: named?.id ?? null,
    confidence,
    why: { zh: `表头里有“${known}”`, en: `The head contains “${known}”` },
  };
}
