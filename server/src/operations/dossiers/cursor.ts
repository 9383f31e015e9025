/** Where a page of a list ended, as a text that a client hands back and does not read. */
export const cursorOf = (place: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place in a cursor; null when it is none. What stands there is still to be looked at. */
export function readCursor(text: string | undefined): readonly unknown[] | null {
  if (!text) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(place) ? place : null;
  } catch {
    return null;
  }
}

/** Looks like a day, `2026-03-01`: enough for a place in a list, which is compared and not reckoned with. */
export const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
/** A lower-case UUID, the form of every dossier’s id. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
