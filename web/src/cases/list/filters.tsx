import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import { useText } from '../../i18n/text.ts';
import { without, type Asked } from '../../lists/address.ts';
import { useUnitOptions } from '../../sheet/controls/unit.tsx';
import type { SheetField } from '../../sheet/field.ts';
import { later } from '../../windows/later.tsx';

const DayFilter = later(() => import('./day-filter.tsx'), 'DayFilter');

const LIGHTS = ['red', 'amber', 'blue', 'green', 'paused', 'none'];

type Line = { readonly kind: Kind; readonly asked: Asked; readonly ask: (asked: Asked) => void };
/** Puts one part of the query into the address. */
type Pick = (part: string) => (value: string | readonly string[] | null | undefined) => void;

type Part = { readonly asked: Asked; readonly pick: Pick };

/** The query form of a kind: the filters that the plan gives its list. What is asked stands in the address. */
export function FilterLine({ kind, asked, ask }: Line) {
  const { t } = useTranslation();
  const [words, setWords] = useState(asked['q'] ?? '');
  const pick: Pick = (part) => (value) =>
    ask(without({ ...asked, q: words, [part]: typeof value === 'object' ? value?.join(',') : value }, 'after'));
  return (
    <form
      className="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        ask(without({ ...asked, q: words }, 'after'));
      }}
    >
      <Input
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('cases.words')}
        aria-label={t('cases.words')}
        style={{ width: 200 }}
      />
      {kind.list.filters.map((filter) => (
        <Filter key={filter} filter={filter} kind={kind} asked={asked} pick={pick} />
      ))}
      <LightFilter asked={asked} pick={pick} />
      <Checkbox
        checked={asked['mine'] === 'true'}
        onChange={({ target }) => pick('mine')(target.checked ? 'true' : undefined)}
      >
        {t('cases.mine')}
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
    </form>
  );
}

function LightFilter({ asked, pick }: Part) {
  const { t } = useTranslation();
  return (
    <Select
      allowClear
      style={{ width: 124 }}
      placeholder={t('register.light')}
      aria-label={t('register.light')}
      value={asked['light'] ?? null}
      onChange={pick('light')}
      options={LIGHTS.map((value) => ({ value, label: t(`light.${value}`) }))}
    />
  );
}

/** A filter by a word of the engine or by a field of the sheet. Types that nobody filters by have no field here. */
function Filter({ filter, kind, asked, pick }: Part & { readonly filter: string; readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  if (filter === 'stage') {
    const options = kind.stages.map(({ id, title }) => ({ value: id, label: text(title) }));
    return <Chosen part="stage" label={t('register.stage')} many options={options} asked={asked} pick={pick} />;
  }
  if (filter === 'holder')
    return <UnitFilter part="holder" label={t('cases.column.holder')} asked={asked} pick={pick} />;
  const field = kind.sheet.find(({ id }) => id === filter);
  return field ? <FieldFilter field={field} asked={asked} pick={pick} /> : null;
}

function FieldFilter({ field, asked, pick }: Part & { readonly field: SheetField }) {
  const { t } = useTranslation();
  const text = useText();
  const part = `f.${field.id}`;
  const label = text(field.label);
  if (field.type === 'unit' || field.type === 'units')
    return <UnitFilter part={part} label={label} among={field.among} asked={asked} pick={pick} />;
  if (field.type === 'day') return <DayFilter label={label} day={asked[part]} pick={pick(part)} />;
  const options =
    field.type === 'yes-no'
      ? (['yes', 'no'] as const).map((value) => ({ value, label: t(`sheet.yesNo.${value === 'yes'}`) }))
      : (field.values ?? []).map((value) => ({ value: value.id, label: text(value.label) }));
  return options.length > 0 ? <Chosen part={part} label={label} options={options} asked={asked} pick={pick} /> : null;
}

type Choice = Part & {
  readonly part: string;
  readonly label: string;
  readonly many?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

function Chosen({ part, label, many = false, options, asked, pick }: Choice) {
  const now = asked[part];
  return (
    <Select<string | string[]>
      allowClear
      {...(many ? { mode: 'multiple' as const, maxTagCount: 1 } : {})}
      style={{ minWidth: many ? 150 : 130 }}
      placeholder={label}
      aria-label={label}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      value={many ? (now?.split(',') ?? []) : (now ?? null)}
      onChange={pick(part)}
      options={[...options]}
    />
  );
}

type ByUnit = Part & { readonly part: string; readonly label: string; readonly among?: readonly string[] | undefined };

function UnitFilter({ part, label, among, asked, pick }: ByUnit) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'found' }}
      style={{ width: 180 }}
      placeholder={label}
      aria-label={label}
      value={asked[part] ?? null}
      onChange={pick(part)}
      options={useUnitOptions(among)}
    />
  );
}
