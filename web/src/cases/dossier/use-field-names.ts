import { useText } from '../../i18n/text.ts';
import type { Case } from './case.ts';

/** What fields are called, in the order of the sheet; one that only an older edition had comes last, as its id. */
export function useFieldNames(kind: Case['kind'] | undefined): (ids: readonly string[]) => readonly string[] {
  const text = useText();
  const sheet = kind?.sheet ?? [];
  return (ids) => [
    ...sheet.filter(({ id }) => ids.includes(id)).map(({ label }) => text(label)),
    ...ids.filter((id) => !sheet.some((field) => field.id === id)),
  ];
}
