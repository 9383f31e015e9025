import { App, Form, Input, Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { usePlan, type Plan } from '../api/plan.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { paths } from '../paths.ts';
import type { SheetField } from '../sheet/field.ts';
import { isRequired } from '../sheet/required.ts';
import { Dialog } from '../windows/dialog.tsx';

type Entered = {
  number?: string;
  title: string;
  description?: string;
  place?: string;
  township?: string;
  field?: string;
  facts?: Record<string, string | undefined>;
  target?: string;
};

/** What was entered, as a registration: blanks are blank texts, unknown choices are open. */
function bodyOf({ number, title, description = '', place = '', township, field, facts = {}, target = '' }: Entered) {
  const basics = {
    title,
    description,
    place,
    township: township ?? null,
    field: field ?? null,
    target,
    deadline: null,
    proposed: { holder: null, lead: null, person: '' },
    remarks: '',
  };
  // what nobody chose is unknown and not said
  const said = Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string] => Boolean(fact[1])));
  return { ...(number ? { number } : {}), basics, facts: said, sources: [] };
}

/** The window of 登记问题, with the fields of the sheet that a person fills in by hand. */
export function RegisterWindow({ close, done }: { readonly close: () => void; readonly done: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Entered>();
  const [key] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const send = async (entered: Entered): Promise<void> => {
    setBusy(true);
    try {
      const result = await answered(api.POST('/api/problems', { params: intended(key), body: bodyOf(entered) }));
      void message.success(t('verbs.registered', { number: result.number }));
      close();
      done();
      await navigate({ to: paths.dossier, params: { id: result.id } });
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('register.newProblem')}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t('register.register')}
      cancelText={t('verbs.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
      width={640}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form form={form} layout="vertical" onFinish={(values) => void send(values)}>
        <Fields />
      </Form>
    </Dialog>
  );
}

/** The fields of a problem as the sheet of its kind calls them; what that leaves out is not asked. */
function Fields() {
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
