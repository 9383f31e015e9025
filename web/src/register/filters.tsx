import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { useText } from '../i18n/text.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { FilterBar, useAsking } from '../lists/filter-bar.tsx';
import { RegisterChips } from './chips.tsx';
import { FactSelects, type Part } from './fact-select.tsx';
import { MoreFilters } from './more-filters.tsx';
import type { Filters } from './query.ts';

const LIGHTS = ['red', 'amber', 'blue', 'green', 'paused', 'none'];

type Line = { readonly filters: Filters; readonly ask: (filters: Filters) => void };

/** The query form of the register. */
export function FilterLine({ filters, ask }: Line) {
  const { t } = useTranslation();
  const asking = useAsking(filters, ask);
  const { pick } = asking;
  return (
    <FilterBar
      asking={asking}
      placeholder={t('register.words')}
      first={
        <>
          <StateFilters filters={filters} pick={pick} />
          <FactSelects first filters={filters} pick={pick} />
          <Mine filters={filters} pick={pick} />
        </>
      }
      more={<MoreFilters filters={filters} pick={pick} />}
      chips={<RegisterChips filters={filters} pick={pick} />}
    />
  );
}

function Mine({ filters, pick }: Part) {
  const { t } = useTranslation();
  return (
    <Checkbox
      checked={filters.mine === 'true'}
      onChange={(event) => pick('mine')(event.target.checked ? 'true' : undefined)}
    >
      {t('register.mine')}
    </Checkbox>
  );
}

function StateFilters({ filters, pick }: Part) {
  const { t } = useTranslation();
  const text = useText();
  const stages = useProblemKind()?.stages ?? [];
  return (
    <>
      <Select
        allowClear
        mode="multiple"
        maxTagCount={1}
        style={{ minWidth: 150 }}
        placeholder={t('register.stage')}
        aria-label={t('register.stage')}
        value={filters.stage?.split(',')}
        onChange={pick('stage')}
        options={stages.map(({ id, title }) => ({ value: id, label: text(title) }))}
      />
      <Select
        allowClear
        style={{ width: 124 }}
        placeholder={t('register.light')}
        aria-label={t('register.light')}
        value={filters.light}
        onChange={pick('light')}
        options={LIGHTS.map((value) => ({ value, label: t(`light.${value}`) }))}
      />
    </>
  );
}
