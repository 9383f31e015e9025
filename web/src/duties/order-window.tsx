import { useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { Dialog } from '../windows/dialog.tsx';

type Given = { readonly first?: Dayjs; readonly last?: Dayjs; readonly text?: string };

type Window = { readonly duty: Schema<'Duty'>; readonly today: string; readonly close: () => void };

/** A round by order: from which day to which, and what is asked. */
export function OrderWindow({ duty, today, close }: Window) {
  const { t } = useTranslation();
  const text = useText();
  const [form] = Form.useForm<Given>();
  const { order, busy, trouble } = useOrder(duty.id, close);
  return (
    <Dialog
      title={t('duties.orderOf', { duty: text(duty.title) })}
      close={close}
      filled={() => Boolean(form.getFieldValue('text'))}
      onOk={() => void form.validateFields().then(order, () => {})} // what is missing stands beside its field
      okText={t('duties.order')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form form={form} layout="vertical" initialValues={{ first: dayjs(today) }}>
        <Fields today={today} />
      </Form>
    </Dialog>
  );
}

function Fields({ today }: Pick<Window, 'today'>) {
  const { t } = useTranslation();
  const first = Form.useWatch<Given['first']>('first');
  const required = { required: true, message: t('api.fault.required') };
  const inOrder = (_: unknown, last: Dayjs | undefined) =>
    first && last?.isBefore(first, 'day') ? Promise.reject(new Error(t('duties.lastBeforeFirst'))) : Promise.resolve();
  return (
    <>
      <div className="pair">
        <Form.Item name="first" label={t('duties.first')} rules={[required]}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="last" label={t('duties.last')} rules={[required, { validator: inOrder }]}>
          <DatePicker style={{ width: '100%' }} minDate={dayjs(today)} />
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label={t('duties.text')}
        extra={t('duties.textHint')}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} showCount />
      </Form.Item>
    </>
  );
}

/** Sends the order once, however often it is pressed. */
function useOrder(duty: string, close: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const order = async ({ first, last, text }: Given): Promise<void> => {
    setBusy(true);
    try {
      const body = { first: first!.format(DAY), last: last!.format(DAY), text: text!.trim() };
      const params = { path: { duty }, ...intended(key) };
      await answered(api.POST('/api/duties/{duty}/order', { params, body }));
      await queries.invalidateQueries();
      void message.success(t('duties.ordered'));
      close();
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return { order, busy, trouble };
}

const DAY = 'YYYY-MM-DD';
