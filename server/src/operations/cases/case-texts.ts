import type { CaseEvent } from '@bihuan/core/case';
import type { Kind, SheetField, SheetValues } from '@bihuan/core/policy';
import type { NamedText } from '../dossiers/returned-view.ts';

/**
 * What a sheet says, as a log of this length has it: words and figures to be compared, and of tables, places, files and people only
 * whether they are the same. Fields that hold people are kept apart: nothing of them is told.
 */
export function caseTexts(log: readonly CaseEvent[], { sheet }: Kind): readonly NamedText[] {
  const values: { [field: string]: SheetValues[string] | null } = {};
  for (const event of log)
    if (event.type === 'CaseOpened' || event.type === 'SheetFilled') Object.assign(values, event.values);
  return sheet.flatMap((field): NamedText[] => {
    const value = values[field.id];
    return value === undefined || value === null ? [] : [{ label: field.label, ...said(field, value) }];
  });
}

function said({ personal, values }: SheetField, value: NonNullable<SheetValues[string]>): Omit<NamedText, 'label'> {
  if (personal || typeof value === 'object') return { text: JSON.stringify(value), words: false };
  const chosen = values?.find(({ id }) => id === value)?.label;
  return { text: chosen?.zh ?? String(value) };
}
