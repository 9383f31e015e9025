import type { TFunction } from 'i18next';
import type { Kind } from '../../kinds/kind.ts';
import type { Text } from '../../i18n/text.ts';
import type { FieldType, SheetField } from '../../sheet/field.ts';

/** Columns that every list has, whatever its kind; number stands first in each and is never put away. */
export const WORDS = [
  'title',
  'stage',
  'step',
  'holder',
  'due',
  'due-on',
  'opened',
  'closed',
  'from',
  'period',
] as const;
export type Word = (typeof WORDS)[number];

export const isWord = (column: string): column is Word => WORDS.some((word) => word === column);

/** Fields that a list may show: nothing personal, no table and no file. */
export const listable = ({ personal, type }: SheetField): boolean => !personal && type !== 'rows' && type !== 'files';

/** What a new desk shows, in the order of the plan. */
export const usualOf = ({ list }: Kind): readonly string[] => list.columns.filter((column) => column !== 'number');

/** Everything that may be shown: first what the plan shows, in its order, then the rest. */
export function columnsOf(kind: Kind): readonly string[] {
  const idle = [...(kind.from.length === 0 ? ['from'] : []), ...(kind.byPeriod ? [] : ['period'])];
  const known = new Set<string>([
    ...WORDS.filter((word) => !idle.includes(word)),
    ...kind.sheet.filter(listable).map(({ id }) => id),
  ]);
  return [...new Set([...usualOf(kind), ...known])].filter((column) => known.has(column));
}

/** What a column is called. */
export function columnTitle(column: string, { sheet }: Kind, t: TFunction, text: (text?: Text) => string): string {
  return isWord(column) ? t(`cases.column.${column}`) : text(sheet.find(({ id }) => id === column)?.label) || column;
}

/** The two heads that columns may be chosen under. */
export function groupsOf(kind: Kind, t: TFunction, text: (text?: Text) => string) {
  const all = columnsOf(kind).map((id) => ({ id, label: columnTitle(id, kind, t, text) }));
  return [
    { title: t('cases.columns.course'), columns: all.filter(({ id }) => isWord(id)) },
    { title: t('cases.columns.sheet'), columns: all.filter(({ id }) => !isWord(id)) },
  ].filter(({ columns }) => columns.length > 0);
}

const WIDTHS: Partial<Record<FieldType, number>> = {
  text: 200,
  number: 96,
  money: 116,
  day: 104,
  instant: 140,
  'yes-no': 72,
  units: 180,
  place: 180,
  reference: 200,
};

/** How wide a field stands in a list, in points. */
export const widthOfField = ({ type }: SheetField): number => WIDTHS[type] ?? 120;
