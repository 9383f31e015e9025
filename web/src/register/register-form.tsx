import { App, Button, Form, Input, Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { usePlan } from '../api/plan.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Dialog } from '../windows/dialog.tsx';

type Entered = {
  number?: string;
  title: string;
  description?: string;
  place?: string;
  township?: string;
  field?: string;
  facts: Record<string, string | undefined>;
  target?: string;
};

/** 登记问题: one problem by hand. Offered to whoever may also import. */
export function RegisterForm({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const { menu } = useSession();
  const [open, setOpen] = useState(false);
  if (!menu.includes('imports')) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('register.newProblem')}
      </Button>
      {open && <FormWindow close={() => setOpen(false)} done={done} />}
    </>
  );
}

/** What was entered, as a registration: blanks are blank texts, unknown choices are open. */
function bodyOf({ number, title, description = '', place = '', township, field, facts, target = '' }: Entered) {
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

function FormWindow({ close, done }: { readonly close: () => void; readonly done: () => void }) {
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

function Fields() {
  const { t } = useTranslation();
  const required = { required: true, whitespace: true, message: t('api.fault.required') };
  return (
    <>
      <Form.Item name="title" label={t('register.title')} rules={[required]}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Choices />
      <Form.Item name="place" label={t('dossier.place')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="description" label={t('dossier.description')}>
        <Input.TextArea rows={3} maxLength={5000} />
      </Form.Item>
      <Form.Item name="target" label={t('dossier.target')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="number" label={t('register.number')} extra={t('verbs.numberHint')}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

function Choices() {
  const { t } = useTranslation();
  const text = useText();
  const plan = usePlan();
  const given = plan?.facts.filter(({ id, given: said }) => said && id !== 'field') ?? [];
  return (
    <div className="three">
      {given.map(({ id, label, values, chooses }) => (
        <Form.Item
          key={id}
          name={['facts', id]}
          label={text(label)}
          rules={[{ required: chooses, message: t('api.fault.required') }]}
        >
          <Select
            allowClear={!chooses}
            options={values.map((value) => ({ value: value.id, label: text(value.label) }))}
          />
        </Form.Item>
      ))}
      <Form.Item name="field" label={t('register.field')}>
        <Select allowClear options={plan?.fields.map((value) => ({ value: value.id, label: text(value.label) }))} />
      </Form.Item>
      <Form.Item name="township" label={t('register.township')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={plan?.units
            .filter((unit) => unit.level === 'township')
            .map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
    </div>
  );
}
