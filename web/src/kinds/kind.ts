import type { Schema } from '../api/client.ts';
import type { SheetField } from '../sheet/field.ts';

/** A sort of dossier as its edition has it. */
export type Kind = Omit<Schema<'Kind'>, 'sheet'> & { readonly sheet: readonly SheetField[] };

/** A kind as it comes in: the contract leaves the conditions of its sheet open, the plan does not. */
export const kindOf = (kind: Schema<'Kind'>): Kind => kind as Kind; // conditions as `Condition` has them
