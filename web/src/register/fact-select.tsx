import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useText, type Text } from '../i18n/text.ts';
import type { Filters } from './query.ts';

/** Puts one part of the query into the address. */
export type Pick = (key: keyof Filters) => (value: string | string[] | undefined) => void;
export type Part = { readonly filters: Filters; readonly pick: Pick };

/** One of the plan's values of a fact: where a problem comes from, how grave it is. */
export function FactSelect({ fact, filters, pick }: Part & { readonly fact: 'origin' | 'grade' }) {
  const { t } = useTranslation();
  const text = useText();
  const values = usePlan()?.facts.find((known) => known.id === fact)?.values;
  return (
    <Select
      allowClear
      style={{ width: 130 }}
      placeholder={t(`register.${fact}`)}
      aria-label={t(`register.${fact}`)}
      value={filters[fact]}
      onChange={pick(fact)}
      options={wordOptions(values, text)}
    />
  );
}

/** Words of the plan as choices. */
export function wordOptions(words: readonly { id: string; label: Text }[] | undefined, text: (text: Text) => string) {
  return (words ?? []).map((word) => ({ value: word.id, label: text(word.label) }));
}
