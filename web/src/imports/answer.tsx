import { Button, DatePicker, Input, Select, Tooltip } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import type { ImportQuestion, ImportView } from './use-import.ts';

export type Option = ImportQuestion['options'][number];
type Give = (choose: string, value?: string) => void;

/** The answers to one question, each one click; those that need a day, a unit or words ask for it first. */
export function Answers({
  question,
  fields,
  busy,
  give,
}: {
  readonly question: ImportQuestion;
  readonly fields: ImportView['fields'];
  readonly busy: boolean;
  readonly give: Give;
}) {
  const { t } = useTranslation();
  const text = useText();
  const [asking, setAsking] = useState<Option | null>(null);
  if (asking)
    return <Wanted option={asking} raw={question.raw} fields={fields} back={() => setAsking(null)} give={give} />;
  return (
    <span className="row answers">
      {question.options.map((option) => {
        const likely = option.id === question.suggested;
        return (
          <Tooltip key={option.id} title={likely ? t('imports.suggested') : undefined}>
            <Button
              size="small"
              className={likely ? 'likely' : ''}
              disabled={busy}
              onClick={() => (option.asks ? setAsking(option) : give(option.id))}
            >
              {text(option)}
              {likely && <span className="sr"> {t('imports.likely')}</span>}
            </Button>
          </Tooltip>
        );
      })}
    </span>
  );
}

function Wanted({
  option,
  raw,
  fields,
  back,
  give,
}: {
  readonly option: Option;
  readonly raw: string;
  readonly fields: ImportView['fields'];
  readonly back: () => void;
  readonly give: Give;
}) {
  const { t } = useTranslation();
  const text = useText();
  const [value, setValue] = useState(option.asks === 'text' ? raw : '');
  return (
    <form
      className="row answers"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') give(option.id, value.trim());
      }}
    >
      <span className="small">{text(option)}</span>
      <ValueField asks={option.asks ?? 'text'} value={value} fields={fields} change={setValue} leave={back} />
      <Button size="small" type="primary" htmlType="submit" disabled={value.trim() === ''}>
        {t('imports.decide')}
      </Button>
      <Button size="small" onClick={back}>
        {t('imports.back')}
      </Button>
    </form>
  );
}

function ValueField({
  asks,
  value,
  fields,
  change,
  leave,
}: {
  readonly asks: NonNullable<Option['asks']>;
  readonly value: string;
  readonly fields: ImportView['fields'];
  readonly change: (value: string) => void;
  readonly leave: () => void;
}) {
  const { t, i18n } = useTranslation();
  const plan = usePlan();
  const escape = ({ key }: { readonly key: string }): void => {
    if (key === 'Escape') leave();
  };
  const named = { 'aria-label': t('imports.value'), size: 'small', autoFocus: true, onKeyDown: escape } as const;
  if (asks === 'date')
    return <DatePicker {...named} onChange={(day: Dayjs | null) => change(day?.format('YYYY-MM-DD') ?? '')} />;
  if (asks === 'text')
    return <Input {...named} style={{ width: 240 }} value={value} onChange={(event) => change(event.target.value)} />;
  const options =
    asks === 'unit'
      ? (plan?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }))
      : fields.map((field) => ({ value: field.id, label: i18n.language === 'en' ? field.en : field.zh }));
  return (
    <Select
      {...named}
      style={{ width: 260 }}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={change}
    />
  );
}
