import type { Text } from '../i18n/text.ts';
import type { PersonValue, SheetField, SheetValue } from './field.ts';
import { fenOf, yuanOf } from './money.ts';
import { isBlank, numberIn, personIn, placeIn, textIn, wordsIn } from './narrow.ts';

/** What a table's cells need to know to read and write words. */
export type CellWords = {
  readonly text: (text: Text) => string;
  /** The id of the unit that goes by this name, in full, in short or formerly; null where none does. */
  readonly unitNamed: (name: string) => string | null;
  readonly unitName: (id: string) => string;
  /** Whether the units are here already: until then nobody can say that a word is none of them. */
  readonly unitsKnown: boolean;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly comma: string;
  /** How a person is written into one cell. */
  readonly personHint: string;
};

const YES = new Set(['是', '有', '√', '✓', 'yes', 'y', 'true']);
const NO = new Set(['否', '无', '×', '✗', 'no', 'n', 'false']);
const BETWEEN = /[、，,;；/\n]/;

/**
 * What a cell holds after somebody wrote or pasted this into it; blank is unknown. What the column cannot hold stays as it was
 * written: it is pointed at and asked about, and never turned into something near it.
 */
export function valueOfCell(field: SheetField, written: string, say: CellWords): SheetValue | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  switch (field.type) {
    case 'number':
      return numberOf(text, field.measure ? say.text(field.measure) : '') ?? text;
    case 'money':
      return fenOf(text) ?? text;
    case 'day':
      return dayOf(text) ?? text;
    case 'yes-no':
      return yesOrNo(text, say) ?? text;
    case 'choice':
      return choiceOf(field, text) ?? text;
    case 'choices':
      return allOf(text, (word) => choiceOf(field, word)) ?? text;
    case 'unit':
      return say.unitNamed(text) ?? text;
    case 'units':
      return allOf(text, say.unitNamed) ?? text;
    case 'person':
    case 'named-person':
      return personOf(text);
    case 'place':
      return { words: text };
    default:
      return text;
  }
}

/** Columns that hold more than words can say: a paste leaves them as they are. */
export const takesWords = ({ type }: SheetField): boolean =>
  !['files', 'reference', 'rows', 'figure', 'instant'].includes(type);

/** A cell as people read it, and as it goes back to a spreadsheet. */
export function wordsOfCell(field: SheetField, value: SheetValue | undefined, say: CellWords): string {
  if (value === undefined || (typeof value === 'string' && isMisread(field, value, say))) return textIn(value) ?? '';
  switch (field.type) {
    case 'money':
      return yuanOf(numberIn(value) ?? 0);
    case 'yes-no':
      return value === true ? say.yes : say.no;
    case 'choice':
      return labelOf(field, textIn(value) ?? '', say);
    case 'choices':
      return wordsIn(value)
        .map((id) => labelOf(field, id, say))
        .join(say.comma);
    case 'unit':
      return say.unitName(textIn(value) ?? '');
    case 'units':
      return wordsIn(value).map(say.unitName).join(say.comma);
    case 'person':
    case 'named-person':
      return wordsOfPerson(personIn(value));
    case 'place':
      return placeIn(value)?.words ?? '';
    default:
      return typeof value === 'object' ? '' : String(value);
  }
}

/** Whether a cell still holds words that its column cannot take. */
export function isMisread(field: SheetField, value: SheetValue | undefined, say: CellWords): boolean {
  if (isBlank(value) || typeof value !== 'string') return false;
  switch (field.type) {
    case 'text':
    case 'instant':
      return false;
    case 'day':
      return dayOf(value) !== value;
    case 'choice':
      return !field.values?.some(({ id }) => id === value);
    case 'unit':
      return say.unitsKnown && say.unitNamed(value) !== value;
    case 'yes-no':
    case 'number':
    case 'money':
    case 'choices':
    case 'units':
      return true;
    default:
      return true;
  }
}

function numberOf(text: string, measure: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace(measure.normalize('NFKC'), '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** `2026/1/2`, `2026.1.2`, `2026年1月2日`: a day that is in the calendar. */
function dayOf(text: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(' ', ''));
  if (!found) return null;
  const day = [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].join('-');
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day) ? day : null;
}

function yesOrNo(text: string, { yes, no }: CellWords): boolean | null {
  const word = text.toLowerCase();
  if (word === yes.toLowerCase() || YES.has(word)) return true;
  return word === no.toLowerCase() || NO.has(word) ? false : null;
}

const choiceOf = ({ values = [] }: SheetField, text: string): string | null =>
  values.find(({ id, label }) => [id, label.zh, label.en].includes(text))?.id ?? null;

const labelOf = ({ values = [] }: SheetField, id: string, { text }: CellWords): string => {
  const known = values.find((value) => value.id === id);
  return known ? text(known.label) : id;
};

/** Several words, each understood; null where one is not. */
function allOf(text: string, one: (word: string) => string | null): readonly string[] | null {
  const found = text
    .split(BETWEEN)
    .map((word) => word.trim())
    .filter(Boolean)
    .map(one);
  return found.every((id) => id !== null) ? [...new Set(found)] : null;
}

/** Name, post and telephone in one cell, as offices write them. */
export function personOf(text: string): PersonValue {
  const [name = '', ...rest] = text
    .split(/[\s,，、;；]+/)
    .map((word) => word.trim())
    .filter(Boolean);
  const isPhone = (word: string): boolean => /^\+?[\d-]{7,}$/.test(word.normalize('NFKC'));
  const post = rest.filter((word) => !isPhone(word)).join(' ');
  const phone = rest.find(isPhone)?.normalize('NFKC');
  return { name, ...(post ? { post } : {}), ...(phone ? { phone } : {}) };
}

export const wordsOfPerson = (person: PersonValue | undefined): string =>
  [person?.name, person?.post, person?.phone].filter(Boolean).join(' ');
