import type { SheetValue, SheetValues } from '@bihuan/core/policy';
import { addDays, type PlainDate } from '@bihuan/core/time';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Type } from 'typebox';

const fits = new Ajv2020();
const isDays = fits.compile<{ readonly days: number }>(
  Type.Object({ days: Type.Integer() }, { additionalProperties: false }),
);
const isHolds = fits.compile<{ readonly holds: string; readonly post: string }>(
  Type.Object({ holds: Type.String(), post: Type.String() }, { additionalProperties: false }),
);

/** The day of the deed, and who holds a post there. */
export type Around = { readonly on: PlainDate; readonly holder?: (post: string) => string };

/** Values as the invented file has them, with its days reckoned and its people found. */
export function valuesAt(given: Readonly<Record<string, unknown>>, around: Around): SheetValues {
  return Object.fromEntries(Object.entries(given).map(([field, value]) => [field, valueAt(value, around)]));
}

function valueAt(value: unknown, around: Around): SheetValue {
  if (isDays(value)) return addDays(around.on, value.days);
  if (isHolds(value)) return { name: around.holder?.(value.holds) ?? '某某（演示）', post: value.post };
  return within(value, around) as SheetValue; // the operation that takes it in refuses what is none of its field
}

/** Rows, places and people are looked into; a word, a number, yes or no stands as it is. */
function within(value: unknown, around: Around): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => valueAt(each, around));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, valueAt(each, around)]));
}
