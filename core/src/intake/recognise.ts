import { FIELDS, FIELD_IDS } from './field.ts';
import type { Field } from './field.ts';
import { squeeze, withoutBrackets } from './normalise.ts';
import type { Said } from './said.ts';

/** How sure the program is of what a column means. `unsure` is asked; `likely` is shown and can be corrected. */
export type Confidence = 'sure' | 'likely' | 'unsure' | 'none';

/** What a head text was taken for, and why. */
export type Recognised = { readonly field: Field | null; readonly confidence: Confidence; readonly why: Said };

const HEADS: ReadonlyMap<string, Field> = new Map(
  FIELD_IDS.flatMap((field) => FIELDS[field].heads.map((head): [string, Field] => [squeeze(head), field])),
);
const BY_LENGTH = [...HEADS.keys()].filter((head) => head.length > 1).sort((a, b) => b.length - a.length);

/** The field whose head a text is, word for word, with or without its brackets; null otherwise. */
export function exactField(text: string): Field | null {
  return HEADS.get(squeeze(text)) ?? HEADS.get(withoutBrackets(text)) ?? null;
}

/** What a head text means, `group` being the merged head above it. Longer known words win over shorter ones. */
export function recognise(text: string, group: string | null): Recognised {
  const exact = exactField(text);
  if (exact !== null) return sure(exact, text);
  const joined = group === null ? null : exactField(`${group}${text}`);
  if (joined !== null) return sure(joined, `${group ?? ''}${text}`);
  const written = withoutBrackets(text);
  const ending = BY_LENGTH.find((head) => written.endsWith(head));
  if (ending !== undefined) return likely(HEADS.get(ending) ?? null, 'likely', ending);
  const inside = BY_LENGTH.find((head) => written.includes(head));
  if (inside !== undefined) return likely(HEADS.get(inside) ?? null, 'unsure', inside);
  return {
    field: null,
    confidence: 'none',
    why: {
      zh: '表头文字不在对照表里，列里没有内容或只是顺序号，不导入',
      en: 'The head is not in the table of known heads, and the column is empty or only counts; left out',
    },
  };
}

function sure(field: Field, text: string): Recognised {
  const head = squeeze(text);
  return {
    field,
    confidence: 'sure',
    why: { zh: `表头“${head}”就是“${FIELDS[field].zh}”`, en: `The head “${head}” is “${FIELDS[field].en}”` },
  };
}

function likely(field: Field | null, confidence: Confidence, known: string): Recognised {
  return { field, confidence, why: { zh: `表头里有“${known}”`, en: `The head contains “${known}”` } };
}
