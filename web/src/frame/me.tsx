import { Button, Form, Input, App } from 'antd';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../api/client.ts';
import { Refused, type ProblemDocument } from '../api/refused.ts';
import { useSession } from '../api/session.ts';
import { useComplain } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { useSignOut } from './person-menu.tsx';

/** 我的: my posts, my password, the way out. */
export function MePage() {
  const { t } = useTranslation();
  const text = useText();
  const { person } = useSession();
  const signOut = useSignOut();
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.me')}</h1>
      </div>
      <div className="sheet">
        <h2>{person?.name}</h2>
        <ul>
          {person?.postings.map((held) => (
            <li key={`${held.unit}/${held.post}`}>
              {held.unitName} · {text(held.postName)}
            </li>
          ))}
        </ul>
        <Button onClick={() => void signOut()}>{t('frame.signOut')}</Button>
      </div>
      <div className="sheet" style={{ marginTop: 12, maxWidth: 420 }}>
        <h2>{t('frame.password')}</h2>
        <PasswordForm />
      </div>
    </>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const [form] = Form.useForm<{ old: string; new: string }>();
  const change = async (values: { old: string; new: string }): Promise<void> => {
    const response = await fetch('/api/session/password', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newIntent() },
      body: JSON.stringify(values),
    });
    if (!response.ok) return complain(new Refused((await response.json()) as ProblemDocument)); // a problem document
    form.resetFields();
    void message.success(t('frame.passwordChanged'));
  };
  return (
    <Form form={form} layout="vertical" onFinish={(values) => void change(values)}>
      <Form.Item name="old" label={t('frame.oldPassword')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="new" label={t('frame.newPassword')} rules={[{ required: true, min: 10 }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" type="primary">
        {t('frame.changePassword')}
      </Button>
    </Form>
  );
}
