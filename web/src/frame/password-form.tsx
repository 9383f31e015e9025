import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';

type Passwords = { readonly old: string; readonly new: string };

/** Changes one's own password with the old one. `handed`: the old one came from somebody else. */
export function PasswordForm({ handed, done }: { readonly handed?: boolean; readonly done?: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Passwords>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const change = async (values: Passwords): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      await post('/api/session/password', values);
      form.resetFields();
      void message.success(t('frame.passwordChanged'));
      await done?.();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const required = { required: true, message: t('api.fault.required') };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void change(values)}>
      {trouble !== null && <Trouble error={trouble} />}
      <Form.Item name="old" label={t(handed ? 'frame.handedPassword' : 'frame.oldPassword')} rules={[required]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new"
        label={t('frame.newPassword')}
        rules={[required, { min: 10, message: t('frame.passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={busy} block={handed ?? false}>
        {t(handed ? 'frame.changeAndEnter' : 'frame.changePassword')}
      </Button>
    </Form>
  );
}
