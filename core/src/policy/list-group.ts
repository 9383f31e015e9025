import type { SheetField } from './sheet.ts';

/** Whether a list can be grouped by this field: one out of a few values that the plan names. */
export const groupsLists = ({ type }: Pick<SheetField, 'type'>): boolean =>
  type === 'choice' || type === 'choices' || type === 'yes-no';

/** The values that a list grouped by this field counts. */
export const groupValues = ({ type, values = [] }: Pick<SheetField, 'type' | 'values'>): readonly string[] =>
  type === 'yes-no' ? ['yes', 'no'] : values.map(({ id }) => id);
