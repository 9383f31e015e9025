import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useText, type Text } from '../i18n/text.ts';
import type { Filters } from './query.ts';

const STAGES = [
  'registered',
  'listed',
  'consented',
  'handed-over',
  'planning',
  'rectifying',
  'accepting',
  'closed',
  'withdrawn',
];
const LIGHTS = ['red', 'amber', 'blue', 'green', 'none'];

/** The query form: one line, more on request. What is asked stands in the address. */
export function FilterLine({ filters, ask }: { readonly filters: Filters; readonly ask: (filters: Filters) => void }) {
  const { t } = useTranslation();
  const [more, setMore] = useState(Boolean(filters.field || filters.township || filters.holder || filters.grade));
  const [words, setWords] = useState(filters.q ?? '');
  const pick = (key: keyof Filters) => (value: string | string[] | undefined) =>
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
      <FactSelect fact="origin" filters={filters} pick={pick} />
      {more && <MoreFilters filters={filters} pick={pick} />}
      <Checkbox
        checked={filters.mine === 'true'}
        onChange={(event) => pick('mine')(event.target.checked ? 'true' : undefined)}
      >
        {t('register.mine')}
      </Checkbox>
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

type Pick = (key: keyof Filters) => (value: string | string[] | undefined) => void;
type Part = { readonly filters: Filters; readonly pick: Pick };

function StateFilters({ filters, pick }: Part) {
  const { t } = useTranslation();
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
        options={STAGES.map((value) => ({ value, label: t(`register.stage.${value}`) }))}
      />
      <Select
        allowClear
        style={{ width: 110 }}
        placeholder={t('register.light')}
        aria-label={t('register.light')}
        value={filters.light}
        onChange={pick('light')}
        options={LIGHTS.map((value) => ({ value, label: t(`light.${value}`) }))}
      />
    </>
  );
}

function MoreFilters({ filters, pick }: Part) {
  const { t } = useTranslation();
  const plan = usePlan();
  const text = useText();
  const units = plan?.units.filter((unit) => !unit.external) ?? [];
  return (
    <>
      <FactSelect fact="grade" filters={filters} pick={pick} />
      <Select
        allowClear
        style={{ width: 140 }}
        placeholder={t('register.field')}
        aria-label={t('register.field')}
        value={filters.field}
        onChange={pick('field')}
        options={wordOptions(plan?.fields, text)}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 160 }}
        placeholder={t('register.township')}
        aria-label={t('register.township')}
        value={filters.township}
        onChange={pick('township')}
        options={units
          .filter((unit) => unit.level === 'township')
          .map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 180 }}
        placeholder={t('register.holder')}
        aria-label={t('register.holder')}
        value={filters.holder}
        onChange={pick('holder')}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </>
  );
}

function FactSelect({ fact, filters, pick }: Part & { readonly fact: 'origin' | 'grade' }) {
  const { t } = useTranslation();
  const plan = usePlan();
  const text = useText();
  const values = plan?.facts.find((known) => known.id === fact)?.values;
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

function wordOptions(words: readonly { id: string; label: Text }[] | undefined, text: (text: Text) => string) {
  return (words ?? []).map((word) => ({ value: word.id, label: text(word.label) }));
}
