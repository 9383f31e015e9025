import { wordsOf } from '@bihuan/core/case';
import { meaningOf, type FilledRow } from '@bihuan/core/intake';
import type { SheetField, SheetValue } from '@bihuan/core/policy';
import type { Names, Understood } from './words.ts';

/** What was understood of a row, field by field of the kind’s sheet, beside what stands in the workbook. */
export function rowWords({ values, texts }: FilledRow, sheet: readonly SheetField[], names: Names): Understood[] {
  return sheet.flatMap((field): Understood[] => {
    const raw = texts[meaningOf(field.id)] ?? '';
    const value = values[field.id];
    if (value === undefined) return [];
    const { zh, en = zh } = field.label;
    return [{ field: meaningOf(field.id), zh, en, text: inWords(field, value, names), raw }];
  });
}

function inWords(field: SheetField, value: SheetValue, { unit }: Names): string {
  if (field.type === 'unit' && typeof value === 'string') return unit(value);
  if (field.type === 'units' && Array.isArray(value)) return value.map((id) => unit(String(id))).join('、');
  if (field.type === 'money' && typeof value === 'number') return `${(value / 100).toFixed(2)} 元`;
  const measure = field.type === 'number' ? (field.measure?.zh ?? '') : '';
  return `${wordsOf(field, value).replace('T', field.type === 'instant' ? ' ' : 'T')}${measure}`;
}
