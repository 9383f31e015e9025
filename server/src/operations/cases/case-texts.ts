import type { CaseEvent } from '@bihuan/core/case';
import type { Kind, SheetValues } from '@bihuan/core/policy';
import type { NamedText } from '../dossiers/returned-view.ts';

/** What a sheet says in words, as a log of this length has it; fields that hold people are kept apart and are none of it. */
export function caseTexts(log: readonly CaseEvent[], { sheet }: Kind): readonly NamedText[] {
  const values: { [field: string]: SheetValues[string] | null } = {};
  for (const event of log)
    if (event.type === 'CaseOpened' || event.type === 'SheetFilled') Object.assign(values, event.values);
  return sheet.flatMap(({ id, label, personal }) => {
    const value = values[id];
    return typeof value === 'string' && !personal ? [{ label, text: value }] : [];
  });
}
