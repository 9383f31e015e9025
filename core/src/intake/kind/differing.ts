import { wordsOf } from '../../case/index.ts';
import { unitName, type SheetField, type SheetValue, type SheetValues, type Text } from '../../policy/index.ts';
import { squeeze } from '../normalise.ts';
import type { Said } from '../said.ts';
import type { FilledRow, KindReading } from './context.ts';
import { meaningOf, readableFields } from './meanings.ts';

/** A field of which a row says something else than the dossier that is there, each in words; empty where one says nothing. */
export type Difference = { readonly label: Text; readonly there: string; readonly row: string };

type Reading = Pick<KindReading, 'fields' | 'noPersonal' | 'heads' | 'units' | 'on'>;

/** What a row says otherwise than a dossier with these values, by the columns that the workbook has. */
export function differencesFrom(
  { values, texts }: Pick<FilledRow, 'values' | 'texts'>,
  there: SheetValues,
  reading: Reading,
): readonly Difference[] {
  return readableFields(reading)
    .filter(({ id }) => reading.heads.has(meaningOf(id)))
    .filter(({ id }) => !isSame(values[id], there[id], texts[meaningOf(id)] ?? ''))
    .map((field) => ({
      label: field.label,
      there: inWords(field, there[field.id], reading),
      // what could not be read stands as it was written
      row:
        values[field.id] === undefined ? (texts[meaningOf(field.id)] ?? '') : inWords(field, values[field.id], reading),
    }));
}

function isSame(row: SheetValue | undefined, there: SheetValue | undefined, text: string): boolean {
  if (row === undefined || there === undefined) return row === there && text === '';
  return toCompare(row) === toCompare(there);
}

/** What tells one value from another: of a person, a place or another dossier what a cell can say of it. */
function toCompare(value: SheetValue): string {
  if (typeof value === 'string') return squeeze(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return JSON.stringify(value.map((item: unknown) => JSON.stringify(item)).toSorted());
  if ('words' in value) return squeeze(value.words);
  if ('dossier' in value) return value.dossier;
  return 'name' in value ? (value.id ?? squeeze(value.name)) : JSON.stringify(value);
}

function inWords(field: SheetField, value: SheetValue | undefined, { units, on }: Reading): string {
  const unit = (id: unknown): string => unitName(units, String(id), on);
  if (field.type === 'unit' && typeof value === 'string') return unit(value);
  if (field.type === 'units' && Array.isArray(value)) return value.map(unit).join('、');
  return wordsOf(field, value);
}

/** The most of them that one sentence names. */
const NAMED = 5;

/** `费用：500.00 → 800.00`: what stands there, and what the row says. */
export function differencesSaid(differences: readonly Difference[]): Said {
  const shown = differences.slice(0, NAMED);
  const more = differences.length - shown.length;
  return {
    zh:
      shown.map(({ label, there, row }) => `“${label.zh}”现为“${there || '空'}”，表里是“${row || '空'}”`).join('；') +
      (more > 0 ? `；另有${more}处` : ''),
    en:
      shown
        .map(
          ({ label, there, row }) =>
            `“${label.en ?? label.zh}” is “${there || 'empty'}”, the list says “${row || 'empty'}”`,
        )
        .join('; ') + (more > 0 ? `; and ${more} more` : ''),
  };
}
