import { Button, DatePicker, Input, Tooltip } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
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
              {likely && <span className="unseen"> {t('imports.likely')}</span>}
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
  const asks = option.asks ?? 'text';
  return (
    <span className="row answers">
      <span className="small">{text(option)}</span>
      {asks === 'text' ? (
        <WordsAnswer raw={raw} leave={back} give={(value) => give(option.id, value)} />
      ) : (
        <ChosenAnswer asks={asks} fields={fields} leave={back} give={(value) => give(option.id, value)} />
      )}
      <Button size="small" onClick={back}>
        {t('imports.back')}
      </Button>
    </span>
  );
}

type Giving = { readonly give: (value: string) => void; readonly leave: () => void };

const leaving =
  (leave: () => void) =>
  ({ key }: { readonly key: string }): void => {
    if (key === 'Escape') leave();
  };

/** Words to be written: nothing is decided before they are confirmed. */
function WordsAnswer({ raw, give, leave }: Giving & { readonly raw: string }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(raw);
  const words = value.trim();
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') give(words);
      }}
    >
      <Input
        autoFocus
        size="small"
        style={{ width: 240 }}
        aria-label={t('imports.value')}
        value={value}
        onKeyDown={leaving(leave)}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={words === ''}>
        {t('imports.decide')}
      </Button>
    </form>
  );
}

type Choosing = Giving & { readonly asks: 'date' | 'unit' | 'field'; readonly fields: ImportView['fields'] };

/** A day, a unit or a field: choosing it decides, and can be taken back below the row. */
function ChosenAnswer({ asks, fields, give, leave }: Choosing) {
  const { t, i18n } = useTranslation();
  const plan = usePlan();
  const named = {
    'aria-label': t('imports.value'),
    size: 'small',
    autoFocus: true,
    defaultOpen: true,
    onKeyDown: leaving(leave),
  } as const;
  if (asks === 'date') return <DatePicker {...named} onChange={(day: Dayjs | null) => day && give(dayText(day))} />;
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
      onChange={give}
    />
  );
}

const dayText = (day: Dayjs): string => day.format('YYYY-MM-DD');
