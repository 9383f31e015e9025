import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan, type Plan } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import type { SheetField } from '../sheet/field.ts';
import { isRequired } from '../sheet/required.ts';
import type { Entered } from './entered.ts';

/** The fields of a problem as the sheet of its kind calls them; what that leaves out is not asked. */
export function Fields({ alike }: { readonly alike: ReactNode }) {
  const { t } = useTranslation();
  const text = useText();
  const sheet = useProblemKind()?.sheet ?? [];
  const called = (id: string): string => text(sheet.find((field) => field.id === id)?.label);
  const required = { required: true, whitespace: true, message: t('api.fault.required') };
  return (
    <>
      <Form.Item name="title" label={called('title') || t('register.title')} rules={[required]}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      {alike}
      <Choices called={called} />
      {called('place') && (
        <Form.Item name="place" label={called('place')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      {called('description') && (
        <Form.Item name="description" label={called('description')}>
          <Input.TextArea rows={3} maxLength={5000} />
        </Form.Item>
      )}
      {called('target') && (
        <Form.Item name="target" label={called('target')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      )}
      <Form.Item name="number" label={t('register.number')} extra={t('verbs.numberHint')}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

/** The facts of its kind that no step settles, and where it lies. */
function Choices({ called }: { readonly called: (id: string) => string }) {
  const { t } = useTranslation();
  const text = useText();
  const plan = usePlan();
  return (
    <div className="three">
      {plan?.registered.map((fact) => (
        <FactChoice key={fact.id} fact={fact} />
      ))}
      {called('field') && (
        <Form.Item name="field" label={called('field')}>
          <Select allowClear options={plan?.fields.map((value) => ({ value: value.id, label: text(value.label) }))} />
        </Form.Item>
      )}
      {called('place') && (
        <Form.Item name="township" label={t('register.township')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={plan?.units
              .filter((unit) => unit.level === 'township')
              .map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </Form.Item>
      )}
    </div>
  );
}

/** One fact; where it is needed only at others, it is asked for as soon as they are said. */
function FactChoice({ fact: { id, label, values, required } }: { readonly fact: Plan['registered'][number] }) {
  const { t } = useTranslation();
  const text = useText();
  const demand = { required: required as SheetField['required'] }; // conditions as the plan has them
  const said: unknown = Form.useWatch((form: Partial<Entered>) =>
    isRequired(demand, { ...form.facts, ...(form.field ? { field: form.field } : {}) }),
  );
  const must = said === true || required === true;
  return (
    <Form.Item
      name={['facts', id]}
      label={text(label)}
      dependencies={[['facts'], 'field']}
      rules={[{ required: must, message: t('api.fault.required') }]}
    >
      <Select allowClear={!must} options={values.map((value) => ({ value: value.id, label: text(value.label) }))} />
    </Form.Item>
  );
}
