import { useText } from '../../i18n/text.ts';
import type { Case } from './case.ts';

/** What a field of the sheet is called; one that an older edition had shows as its id. */
export function useFieldName(kind: Case['kind'] | undefined): (id: string) => string {
  const text = useText();
  return (id) => text(kind?.sheet.find((field) => field.id === id)?.label) || id;
}
