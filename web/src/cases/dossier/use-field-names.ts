import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/text.ts';
import type { Case } from './case.ts';

/** What fields are called, in the order of the sheet; what only an older edition had comes last, once and without a name. */
export function useFieldNames(kind: Case['kind'] | undefined): (ids: readonly string[]) => readonly string[] {
  const { t } = useTranslation();
  const text = useText();
  const sheet = kind?.sheet ?? [];
  return (ids) => [
    ...sheet.filter(({ id }) => ids.includes(id)).map(({ label }) => text(label)),
    ...(ids.some((id) => !sheet.some((field) => field.id === id)) ? [t('cases.formerField')] : []),
  ];
}
