import { eachOf, type Kind, type SheetField, type SheetValue, type SheetValues } from '../policy/index.ts';
import { unitName } from '../access/units.ts';
import type { Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Owed } from './case.ts';

const PIECE = /\{([a-z][a-z0-9-]*)(?::(\d+))?\}/g;

/** What a pattern names in its braces, `number` patterns and titles alike. */
export const namedIn = (pattern: string): readonly string[] =>
  [...pattern.matchAll(PIECE)].flatMap(([, name]) => (name === undefined ? [] : [name]));

/** The series that numbers of a kind are counted in: one a year where the pattern says the year. */
export const seriesOf = ({ id, number }: Pick<Kind, 'id' | 'number'>, day: PlainDate): string =>
  namedIn(number).includes('year') ? `${id}/${day.slice(0, 4)}` : id;

/** A number of the series, `专班-2030-007`: `{serial:3}` fills up with noughts. */
export function numberFor({ number }: Pick<Kind, 'number'>, day: PlainDate, serial: number): string {
  return number.replace(PIECE, (_all, name: string, width?: string) => {
    if (name === 'year') return day.slice(0, 4);
    if (name === 'month') return day.slice(5, 7);
    return name === 'serial' ? String(serial).padStart(Number(width ?? 1), '0') : '';
  });
}

/** What lists and papers call a dossier, from its sheet; its kind's own name where the fields it names are empty. */
export function titleFrom(
  { titleOf, title, sheet }: Pick<Kind, 'titleOf' | 'title' | 'sheet'>,
  values: SheetValues,
): string {
  const said = titleOf.replace(PIECE, (_all, name: string, longest?: string) => {
    const field = sheet.find(({ id }) => id === name);
    const words = field ? wordsOf(field, values[name]) : '';
    return longest !== undefined && words.length > Number(longest) ? `${words.slice(0, Number(longest))}…` : words;
  });
  return said.trim() === '' ? title.zh : said.trim();
}

/**
 * What a return is called: its duty, its period and whose it is, as hundreds of them say the same in their fields. A gathering is
 * nobody's in particular, and is called by its kind and the period.
 */
export function returnTitle({ title }: Pick<Kind, 'title'>, owed: Owed, { policy, units }: Law, on: PlainDate): string {
  const { duty, period, unit, field } = owed;
  if (unit === '') return `${title.zh} ${period}`;
  const known = policy.duties.find(({ id }) => id === duty);
  const { zh } = known?.title ?? title;
  const about = eachOf(known?.runs, policy)?.values.find(({ id }) => id === field)?.label.zh;
  return [zh, period, unitName(units, unit, on), ...(about === undefined ? [] : [about])].join(' ');
}

/** A value in words, as a list or a title shows it: choices by their labels, never what is personal. */
export function wordsOf(field: SheetField, value: SheetValue | undefined): string {
  if (value === undefined || field.personal) return '';
  if (typeof value === 'string') return labelled(field, value);
  if (typeof value === 'number') return field.type === 'money' ? (value / 100).toFixed(2) : String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return listed(field, value as readonly unknown[]); // a list of texts, files or rows
  if ('words' in value) return value.words;
  if ('number' in value) return value.number;
  return 'name' in value ? value.name : '';
}

const labelled = ({ values }: SheetField, value: string): string =>
  values?.find(({ id }) => id === value)?.label.zh ?? value;

function listed(field: SheetField, items: readonly unknown[]): string {
  if (field.type === 'rows' || field.type === 'files') return String(items.length);
  return items.map((item) => labelled(field, String(item))).join('、');
}
