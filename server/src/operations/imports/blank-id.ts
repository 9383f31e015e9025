import type { Meaning } from '@bihuan/core/intake';

/** The id under which the intake asks what blanks of a field mean. */
export const blankId = (field: Meaning): string => `sheet:${field}:blank-meaning`;

/** The field that such an id asks about, or null. */
export const blankField = (id: string): string | null => /^sheet:([a-z:-]+):blank-meaning$/.exec(id)?.[1] ?? null;
