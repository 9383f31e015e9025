import { parsePlainDate } from '@bihuan/core/time';
import { StrangeInput } from './strange-input.ts';

/** Where a page of a list ended, as a text that a client hands back and does not read. */
export const cursorOf = (place: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * The place that a cursor names, as `read` makes it out of its parts; null: there is no cursor, the list begins at its top.
 * @throws StrangeInput where there is one and `read` makes nothing of it: page one would look like the next page
 */
export function placeAfter<P>(text: string | undefined, read: (...parts: readonly unknown[]) => P | null): P | null {
  if (text === undefined || text === '') return null;
  const place = read(...partsOf(text));
  if (place !== null) return place;
  throw new StrangeInput({
    at: 'querystring/after',
    message: '翻页位置（after）不是本系统给出的，无法接着列；请回到第一页重新查询',
    messageEn: 'after is no place that this list gave out; ask for the first page again',
  });
}

function partsOf(text: string): readonly unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(place) ? place : [];
  } catch {
    return [];
  }
}

/** A day of the calendar, `2026-03-01`. */
export const isDay = (value: unknown): value is string => typeof value === 'string' && parsePlainDate(value) !== null;
/** An instant as it is given out, `2026-03-01T08:00:00.000Z`. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
/** A lower-case UUID, the form of every dossier’s id. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
