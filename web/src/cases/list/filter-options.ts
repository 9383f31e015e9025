import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import { useText } from '../../i18n/text.ts';
import { filteredBy } from './filter-words.ts';
import { useStages } from './stages.ts';

const LIGHTS = ['red', 'amber', 'blue', 'green', 'paused', 'none'];

/** A value to choose, with the words for it. */
export type Option = { readonly value: string; readonly label: string };

/** What a filter is called. */
export function useFilterName(kind: Kind): (filter: string) => string {
  const { t } = useTranslation();
  const text = useText();
  return (filter) => {
    const by = filteredBy(filter, kind);
    if (by !== null && typeof by === 'object') return text(by.label);
    return by === 'light' ? t('register.light') : t(`cases.filter.${by ?? 'stage'}`);
  };
}

/** The values that a filter offers, where the kind knows them: units, days and periods are asked for elsewhere. */
export function useFilterOptions(kind: Kind): (filter: string) => readonly Option[] {
  const { t } = useTranslation();
  const text = useText();
  const stagesOf = useStages();
  return (filter) => {
    const by = filteredBy(filter, kind);
    if (by === 'stage') return stagesOf(kind).map(({ id, name }) => ({ value: id, label: name }));
    if (by === 'light') return LIGHTS.map((value) => ({ value, label: t(`light.${value}`) }));
    if (by === 'step') return kind.steps.map((title) => ({ value: title.zh, label: text(title) }));
    if (by === 'from') return kind.from.map(({ id, label }) => ({ value: id, label: text(label) }));
    if (by === null || typeof by === 'string') return [];
    if (by.type === 'yes-no')
      return (['yes', 'no'] as const).map((value) => ({ value, label: t(`sheet.yesNo.${value === 'yes'}`) }));
    return (by.values ?? []).map((value) => ({ value: value.id, label: text(value.label) }));
  };
}
