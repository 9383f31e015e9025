import type { PlainDate } from '@bihuan/core/time';

/** A cell of the register. A day is written as a date of the spreadsheet; text stays text whatever it begins with. */
export type RegisterValue = string | number | { readonly day: PlainDate } | null;

/** A column of the register: its head, its width in characters, and what the spreadsheet says to whoever fills a cell in. */
export type RegisterColumn = { readonly head: string; readonly width: number; readonly help?: string };
