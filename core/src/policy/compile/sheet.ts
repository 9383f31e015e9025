import { condition } from './condition.ts';
import { milestone } from './milestone.ts';
import {
  filled,
  into,
  isRecord,
  list,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  quoted,
  reword,
  written,
  type Place,
  type Read,
} from './read.ts';
import { count, fieldId, flag, id, oneOf, role, shaped, text, wholeNumber, word } from './words.ts';
import {
  fieldTypes,
  type Condition,
  type FactValue,
  type FieldType,
  type Required,
  type SheetField,
} from '../model.ts';

/** What `of: fields` and `of: <fact>` stand for in this pack: known once the whole policy is read. */
export type Vocabulary = ReadonlyMap<string, readonly FactValue[]>;

/** A field of a sheet, as soon as the values of the pack's facts are known. */
export type FieldIn = (known: Vocabulary) => SheetField;

const onlyWhen = object<{ readonly when: Condition }>({ when: needed(condition) });

/** `true`, `false`, or `{when: {verdict: [partly]}}`. */
export const required: Read<Required> = (raw, at) => (isRecord(raw) ? onlyWhen(raw, at) : flag(raw, at));

const anyAmount: Read<number> = (raw, at) => {
  if (typeof raw === 'number' && Number.isFinite(raw)) return raw;
  return misread(at, quoted(raw), { zh: '这里应是数', en: 'must be a number' });
};

/** One value of a closed list: `{id, label}`. */
export const value = object<FactValue>({ id: needed(id), label: needed(text) });

type Written = Omit<SheetField, 'columns'> & { readonly of?: string; readonly columns?: readonly FieldIn[] };

const inSheet = object<Written>({
  ...plainWords(),
  columns: optional(filled(list((raw, at) => column(raw, at)))),
});

/** What every type of field may be written with; each type refuses what it has no use for. */
function plainWords() {
  return {
    id: needed(fieldId),
    label: needed(text),
    type: needed(oneOf(...fieldTypes)),
    clause: optional(word),
    ruling: optional(id),
    help: optional(text),
    required: otherwise(required, false),
    personal: otherwise(flag, false),
    longest: optional(count),
    measure: optional(text),
    decimals: optional(wholeNumber(0, 6)),
    atLeast: optional(anyAmount),
    atMost: optional(anyAmount),
    values: optional(filled(list(value))),
    of: optional(id),
    among: optional(oneOrMore(role)),
    kind: optional(id),
    figure: optional(id),
    fixedAt: optional(milestone),
    prefilled: optional(fieldId),
    by: optional(shaped(/^[a-z][a-z0-9-]*\/[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'verification/verify')),
  };
}

/** What a type may say beside id, label, type, clause, ruling and help. */
const uses: Readonly<Record<FieldType, readonly (keyof Written)[]>> = {
  text: ['longest', 'personal'],
  number: ['measure', 'decimals', 'atLeast', 'atMost', 'personal'],
  money: ['atLeast', 'atMost', 'personal'],
  day: ['personal'],
  instant: ['personal'],
  'yes-no': ['personal'],
  choice: ['values', 'of', 'personal'],
  choices: ['values', 'of', 'personal'],
  unit: ['among'],
  units: ['among'],
  person: ['among'],
  'named-person': ['personal'],
  place: ['personal'],
  // a file stands in the file store as it came: nothing of it is encrypted apart or masked
  files: ['longest'],
  reference: ['kind'],
  rows: ['columns', 'longest'],
  figure: ['figure', 'fixedAt'],
};

/** What a type cannot do without. A choice takes its values from `values` or `of`. */
const needs: Readonly<Partial<Record<FieldType, keyof Written>>> = {
  reference: 'kind',
  rows: 'columns',
  figure: 'figure',
};

const special = [
  'longest',
  'measure',
  'decimals',
  'atLeast',
  'atMost',
  'values',
  'of',
  'among',
  'kind',
  'columns',
  'fixedAt',
] as const;
const filledIn = ['required', 'prefilled', 'by'] as const;

const isSaid = (said: Written, key: keyof Written): boolean => said[key] !== undefined && said[key] !== false;

/** The first word that the type has no use for: it would be ignored in silence. */
function strayWord(said: Written): keyof Written | null {
  const may: readonly (keyof Written)[] = [...uses[said.type], ...(said.type === 'figure' ? [] : filledIn)];
  const words: readonly (keyof Written)[] = [...special, 'figure', 'personal', ...filledIn];
  return words.find((key) => isSaid(said, key) && !may.includes(key)) ?? null;
}

function sound(said: Written, at: Place): FieldIn | null {
  const stray = strayWord(said);
  if (stray)
    return misread(into(at, written(stray)), written(stray), {
      zh: `“${said.type}”类的项用不上“${written(stray)}”`,
      en: `"${written(stray)}" means nothing in a field of type "${said.type}"`,
    });
  const lack = needs[said.type];
  if (lack && said[lack] === undefined)
    return misread(at, lack, {
      zh: `“${said.type}”类的项须写明 ${lack}`,
      en: `a field of type "${said.type}" must say ${lack}`,
    });
  if ((said.type === 'choice' || said.type === 'choices') && (said.values === undefined) === (said.of === undefined))
    return misread(at, 'values', {
      zh: `“${said.id}”须写明 values 或 of，且只写一个`,
      en: `"${said.id}" must say either values or of`,
    });
  const { atLeast, atMost } = said;
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    return misread(into(at, 'at-most'), `${atMost}`, {
      zh: `最大 ${atMost} 小于最小 ${atLeast}`,
      en: `at most ${atMost} is less than at least ${atLeast}`,
    });
  return (known) => resolved(said, at, known);
}

/** `of` becomes the values it stands for, and an amount of money in yuan the fen that are kept. */
function resolved({ of, columns, ...said }: Written, at: Place, known: Vocabulary): SheetField {
  const values = of === undefined ? said.values : known.get(of);
  if (of !== undefined && !values)
    misread(
      into(at, 'of'),
      of,
      {
        zh: `没有“${of}”这项事实；可以写：${[...known.keys()].join('、')}`,
        en: `there is no fact "${of}"; known are: ${[...known.keys()].join(', ')}`,
      },
      'unknown-fact',
    );
  const fen = (yuan: number) => Math.round(yuan * 100);
  return {
    ...said,
    ...(values && { values }),
    ...(columns && { columns: columns.map((one) => one(known)) }),
    ...(said.type === 'money' && said.atLeast !== undefined && { atLeast: fen(said.atLeast) }),
    ...(said.type === 'money' && said.atMost !== undefined && { atMost: fen(said.atMost) }),
  };
}

/** One field of a sheet. */
export const sheetField: Read<FieldIn> = reword(inSheet, sound);

const asColumn = object<Omit<Written, 'columns'>>(plainWords());

/** A column of rows: of the same types, but no table inside a table, and nothing that belongs to the sheet as a whole. */
const column: Read<FieldIn> = reword(asColumn, (said, at) => {
  if (said.type === 'rows' || said.type === 'figure')
    return misread(into(at, 'type'), said.type, {
      zh: `表格的列不能是“${said.type}”`,
      en: `a column of a table cannot be of type "${said.type}"`,
    });
  const stray = (['by', 'prefilled'] as const).find((key) => said[key] !== undefined);
  if (stray)
    return misread(into(at, stray), stray, {
      zh: `“${stray}”写在整个表格上，不写在列上`,
      en: `"${stray}" is said of the whole table, not of a column`,
    });
  return sound(said, at);
});
