import { parseLocalTime } from '../../time/index.ts';
import { parseDeadline } from '../deadline.ts';
import { narrow } from '../normalise.ts';
import { arabicDates } from '../numerals.ts';
import type { Cell } from '../sheet.ts';
import { doubts, says } from './parsed.ts';
import type { Offer, Parsed } from './parsed.ts';

const offer = (day: string): Offer => ({ id: day, zh: day, en: day, value: day });

/** A day, in any of the ways in which lists write one. A month, a ten-day or “before …” names no day and is asked about. */
export function parseDay(raw: string, cell: Cell | null, year: number | undefined): Parsed {
  if (cell?.date !== undefined) return says(cell.date);
  const read = parseDeadline(raw, year);
  const near = read.date === undefined ? read.suggestions : [read.date];
  if (read.kind === 'date' && read.date !== undefined && !/[前旬]/.test(raw)) return says(read.date);
  return doubts(
    read.needsPerson ?? { zh: '没有写到哪一天', en: 'it does not say which day' },
    'date',
    near.map(offer),
    near.length === 1,
  );
}

const CLOCK =
  /(?:t|日|号|\s|^)(?:(上午|下午|晚上|晚|早上)?)(\d{1,2})(?::|时|点)(?:(\d{1,2})分?)?(?::\d{1,2}(?:\.\d+)?)?z?$/i;

/** A day and an hour. A day alone is asked about: no hour is ever made up. */
export function parseInstant(raw: string, cell: Cell | null, year: number | undefined): Parsed {
  const text = arabicDates(narrow(raw)).trim();
  const clock = CLOCK.exec(text);
  const before = clock ? text.slice(0, clock.index + (clock[0].match(/^(?:日|号)/) ? 1 : 0)) : text;
  const day = cell?.date ?? dayOf(parseDay(before.trim(), null, year));
  const time = clock ? timeOf(clock) : null;
  const found = day !== null && time !== null ? parseLocalTime(`${day}T${time}`) : null;
  if (found !== null) return says(found);
  return doubts({ zh: '没有读出日期和几点几分', en: 'no day with its hour and minute could be read' }, 'text');
}

const dayOf = (read: Parsed): string | null => ('value' in read && typeof read.value === 'string' ? read.value : null);

function timeOf([, half = '', hour = '', minute = '0']: RegExpExecArray): string | null {
  const later = /下午|晚/.test(half) && Number(hour) < 12 ? 12 : 0;
  const two = (value: number): string => String(value).padStart(2, '0');
  const at = Number(hour) + later;
  return at < 24 && Number(minute) < 60 ? `${two(at)}:${two(Number(minute))}` : null;
}
