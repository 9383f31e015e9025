import type { InputFault } from '../../access/index.ts';
import { valueFaults } from '../../case/index.ts';
import type { SheetField, SheetValue } from '../../policy/index.ts';
import { ask, plain } from '../asked.ts';
import type { Asked } from '../asked.ts';
import type { Value } from '../entries.ts';
import { question } from '../question.ts';
import type { Option, QuestionCode } from '../question.ts';
import type { Said } from '../said.ts';
import type { KindReading } from './context.ts';
import { meaningOf } from './meanings.ts';
import { doubts, says } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** A field with what stands under it in one row. `must`: it cannot be left out. */
export type CellAt = {
  readonly field: SheetField;
  readonly row: number;
  readonly written: readonly Value[];
  readonly must: boolean;
};

/** What was read, looked at as the guard will look at it: nothing comes up later that a person could have settled now. */
export function checked(parsed: Parsed, field: SheetField, reading: KindReading): Parsed {
  if (!('value' in parsed)) return parsed;
  const around = { law: { units: reading.units }, on: reading.on, apart: true } as const;
  const [fault] = valueFaults(field, parsed.value, field.id, around);
  return fault === undefined ? parsed : doubts(faultWords(fault, field), field.type === 'day' ? 'date' : 'text');
}

function faultWords({ code }: InputFault, { type, longest, atLeast, atMost, decimals = 0 }: SheetField): Said {
  const most = type === 'money' ? (atMost ?? 0) / 100 : atMost;
  const least = type === 'money' ? (atLeast ?? 0) / 100 : atLeast;
  if (code === 'too-long' && longest !== undefined)
    return { zh: `超过${longest}字`, en: `it is longer than ${longest} signs` };
  if (code === 'too-small') return { zh: `小于${least}`, en: `it is less than ${least}` };
  if (code === 'too-large') return { zh: `大于${most}`, en: `it is more than ${most}` };
  if (type === 'number' && code === 'malformed')
    return decimals === 0
      ? { zh: '须是整数', en: 'it must be a whole number' }
      : { zh: `最多${decimals}位小数`, en: `it may have ${decimals} decimals at most` };
  return { zh: '不符合这一项的要求', en: 'it is not what this field takes' };
}

const CODES: Partial<Record<SheetField['type'], QuestionCode>> = {
  choice: 'word-unknown',
  person: 'person-unclear',
  'named-person': 'person-unclear',
  reference: 'reference-unknown',
};

/** What a cell says once nobody doubts it. @param reread how another value that a person gives is read */
export function settle(
  raw: string,
  parsed: Parsed,
  at: CellAt,
  reading: KindReading,
  reread: (given: string) => Parsed,
): Asked<SheetValue | null> {
  if ('value' in parsed) return plain(parsed.value);
  const { field, row, must } = at;
  const { zh, en = zh } = field.label;
  const { offers = [], doubt } = parsed;
  const asked = question({
    code: CODES[field.type] ?? 'value-unclear',
    row,
    field: meaningOf(field.id),
    raw,
    zh: `“${zh}”写的是“${raw}”：${doubt.zh}`,
    en: `“${en}” says “${raw}”: ${doubt.en}`,
    options: [
      ...offers.map(({ value: _value, ...offer }) => offer),
      { id: 'set', zh: '另填', en: 'Write it', asks: parsed.asks },
      ...(must ? [] : [LEFT_OUT]),
    ],
    ...(parsed.suggested === true && offers[0] ? { suggested: offers[0].id } : {}),
  });
  return ask<SheetValue | null>(asked, reading.given, null, ({ choose, value = '' }) => {
    if (choose === LEFT_OUT.id) return EMPTY;
    const offer = offers.find(({ id }) => id === choose);
    const read = offer ? says(offer.value) : reread(value.trim());
    const sound = checked(read, field, reading);
    return 'value' in sound ? sound.value : null;
  });
}

const LEFT_OUT: Option = { id: 'leave-out', zh: '这一格不导入', en: 'Leave this cell empty' };
/** What a person leaves empty; taken out again with everything else that is empty. */
export const EMPTY = '';
