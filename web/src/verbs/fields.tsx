import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';

/** A day of the office from what a date field holds. */
export const day = (date: Dayjs | null | undefined): string | undefined => date?.format('YYYY-MM-DD');

type Named = { readonly name: string | (string | number)[]; readonly required?: boolean };

const NONE: readonly string[] = [];

/** Opinion or reason: free text with the sentences that an office uses every day. */
export function WordsField({
  name,
  label,
  required = false,
  usual = NONE,
  longest = 2000,
}: Named & { readonly label: string; readonly usual?: readonly string[]; readonly longest?: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.Item label={label} required={required} style={{ marginBottom: 14 }}>
      <Form.Item name={name} noStyle rules={[{ required, whitespace: true, message: t('api.fault.required') }]}>
        <Input.TextArea rows={3} maxLength={longest} aria-label={label} />
      </Form.Item>
      {usual.length > 0 && (
        <fieldset className="usual" aria-label={t('field.usual')}>
          {usual.map((key) => (
            <button
              key={key}
              type="button"
              title={t(`field.usual.${key}`)}
              onClick={() => form.setFieldValue(name, t(`field.usual.${key}`))}
            >
              {t(`field.usual.${key}`)}
            </button>
          ))}
        </fieldset>
      )}
    </Form.Item>
  );
}

/** A form that asks for nothing but words: an account, or the reason. */
export function WordsOnly({
  name,
  optional = false,
}: {
  readonly name: 'text' | 'reason';
  readonly optional?: boolean;
}) {
  const { t } = useTranslation();
  return <WordsField name={name} label={t(`field.${name}`)} required={!optional} longest={optional ? 500 : 2000} />;
}

/** A date that has already come. */
export function PastDay({ name, label, required = false }: Named & { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required, message: t('api.fault.required') }]}>
      <DatePicker style={{ width: '100%' }} disabledDate={(date) => date.isAfter(dayjs())} />
    </Form.Item>
  );
}

/** The clauses of the edition, found by number or by what they say. */
export function ClauseField({ name, edition }: Named & { readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const clauses = usePlan(edition)?.clauses ?? [];
  return (
    <Form.Item name={name} label={t('field.becauseOf')} rules={[{ required: true, message: t('api.fault.required') }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={clauses.map((clause) => ({ value: clause.id, label: `${clause.id} ${text(clause.text)}` }))}
      />
    </Form.Item>
  );
}

/** One of the plan's values of a fact, `grade` for a classification. */
export function FactField({ fact, edition }: { readonly fact: string; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const known = usePlan(edition)?.facts.find((one) => one.id === fact);
  return (
    <Form.Item
      name={['facts', fact]}
      label={text(known?.label) || fact}
      rules={[{ required: true, message: t('api.fault.required') }]}
    >
      <Select options={known?.values.map((value) => ({ value: value.id, label: text(value.label) }))} />
    </Form.Item>
  );
}
