import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { FactSelects, wordOptions, type Part } from './fact-select.tsx';

/** The second part of the query form: further facts, field, township, responsible unit. */
export function MoreFilters({ filters, pick }: Part) {
  const { t } = useTranslation();
  const text = useText();
  const fields = usePlan()?.fields;
  return (
    <>
      <FactSelects first={false} filters={filters} pick={pick} />
      <Select
        allowClear
        style={{ width: 140 }}
        placeholder={t('register.field')}
        aria-label={t('register.field')}
        value={filters.field}
        onChange={pick('field')}
        options={wordOptions(fields, text)}
      />
      <UnitSelect what="township" filters={filters} pick={pick} />
      <UnitSelect what="holder" filters={filters} pick={pick} />
    </>
  );
}

function UnitSelect({ what, filters, pick }: Part & { readonly what: 'township' | 'holder' }) {
  const { t } = useTranslation();
  const plan = usePlan();
  const units = plan?.units.filter((unit) => !unit.external && (what === 'holder' || unit.level === 'township'));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: 180 }}
      placeholder={t(`register.${what}`)}
      aria-label={t(`register.${what}`)}
      value={filters[what]}
      onChange={pick(what)}
      options={units?.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
    />
  );
}
