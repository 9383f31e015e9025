import type { Days } from '../../store/cases.ts';
import { isDay } from '../dossiers/cursor.ts';
import { StrangeInput } from '../dossiers/strange-input.ts';

/**
 * `2026-01-01..2026-03-31` of an address: both days included, either end may be left open; a single day means that day.
 * @throws StrangeInput where it is none of these
 */
export function daysAsked(part: string, text: string): Days {
  const [first = '', last = first, ...more] = text.split('..');
  const bounds = [first, last].map((day) => (day === '' ? null : day));
  const [from = null, to = null] = bounds;
  if (more.length === 0 && text !== '' && bounds.every((day) => day === null || isDay(day))) return { from, to };
  throw new StrangeInput({
    at: `querystring/${part}`,
    message: `${part} 应写成起止日期，如 2026-01-01..2026-03-31，可以只写一头`,
    messageEn: `${part} wants days from and to, as 2026-01-01..2026-03-31; either may be left out`,
  });
}
