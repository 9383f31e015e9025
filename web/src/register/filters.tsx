import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { CameWith } from './came-with.tsx';
import { FactSelects, type Part, type Pick } from './fact-select.tsx';
import { MoreFilters } from './more-filters.tsx';
import type { Filters } from './query.ts';

const LIGHTS = ['red', 'amber', 'blue', 'green', 'paused', 'none'];

type Line = { readonly filters: Filters; readonly ask: (filters: Filters) => void };

/** The query form: one line, more on request. What is asked stands in the address. */
export function FilterLine({ filters, ask }: Line) {
  const { t } = useTranslation();
  const [more, setMore] = useState(
    Boolean(filters.field || filters.township || filters.holder || filters.fact?.includes(',')),
  );
  const [words, setWords] = useState(filters.q ?? '');
  const pick: Pick = (key) => (value) =>
    ask({ ...filters, q: words, [key]: Array.isArray(value) ? value.join(',') : value, after: undefined });
  return (
    <form
      className="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        ask({ ...filters, q: words, after: undefined });
      }}
    >
      <Input
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('register.words')}
        aria-label={t('register.words')}
        style={{ width: 200 }}
      />
      <StateFilters filters={filters} pick={pick} />
      <FactSelects first filters={filters} pick={pick} />
      {more && <MoreFilters filters={filters} pick={pick} />}
      <Mine filters={filters} pick={pick} />
      <CameWith filters={filters} pick={pick} />
      <Button type="primary" htmlType="submit">
        {t('register.query')}
      </Button>
      <Button
        onClick={() => {
          setWords('');
          ask({});
        }}
      >
        {t('register.reset')}
      </Button>
      <Button type="link" onClick={() => setMore(!more)} aria-expanded={more}>
        {t(more ? 'register.fold' : 'register.expand')}
      </Button>
    </form>
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
