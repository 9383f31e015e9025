import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { correct } from './asks.ts';
import type { Person } from './seats.ts';
import { useNamed } from './use-called.ts';
import { useKeeping } from './use-people.ts';

type Entered = { name: string; phone?: string; reason?: string };

/** 更正姓名、电话: the old name stays in what was recorded under it, and stands on the person's page. */
export function CorrectWindow({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const named = useNamed();
  const { busy, trouble, keep } = useKeeping();
  const name = (Form.useWatch('name', form) ?? person.name).trim();
  const send = async (entered: Entered): Promise<void> => {
    const phone = entered.phone?.trim() ?? '';
    const body = { name: entered.name.trim(), phone: phone === '' ? null : phone, reason: entered.reason ?? '' };
    if (!(await keep((key) => correct(key, person.id, body)))) return;
    void message.success(t('people.corrected', { name: body.name }));
    close();
  };
  const required = { required: true, whitespace: true, message: t('api.fault.required') };
  return (
    <Dialog
      title={t('people.correctOf', { name: named(person) })}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t('people.correct')}
      cancelText={t('people.cancel')}
      confirmLoading={busy}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ name: person.name, phone: person.phone ?? '' }}
        onFinish={(values) => void send(values)}
      >
        <Form.Item name="name" label={t('people.name')} rules={[required]}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        {name !== person.name && (
          <Form.Item name="reason" label={t('field.reason')} extra={t('people.correctHint')} rules={[required]}>
            <Input maxLength={200} placeholder={t('people.correctReason')} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="phone" label={t('people.phone')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
