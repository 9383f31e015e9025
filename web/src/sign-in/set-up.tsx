import './sign-in.css';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { paths } from '../paths.ts';

const FIELDS = ['code', 'name', 'username'] as const;

/** 首次启用: the code from the terminal makes the first administrator, once. */
export function SetUpPage() {
  const { t } = useTranslation();
  const { trouble, setUp } = useSetUp();
  const required = { required: true, message: t('api.fault.required') };
  return (
    <main className="entrance">
      <section className="sheet">
        <div className="row" style={{ justifyContent: 'space-between' }}>
          <span className="brand">
            <Brand size={30} />
          </span>
          <LanguageSwitch />
        </div>
        <h1 style={{ marginTop: 14 }}>{t('signIn.setUp')}</h1>
        <p className="installation">{t('signIn.setUpHint')}</p>
        {trouble !== null && <Trouble error={trouble} />}
        <Form layout="vertical" requiredMark={false} onFinish={(values: object) => void setUp(values)}>
          {FIELDS.map((name) => (
            <Form.Item key={name} name={name} label={t(`signIn.${name}`)} rules={[required]}>
              <Input autoComplete="off" />
            </Form.Item>
          ))}
          <Form.Item
            name="password"
            label={t('frame.newPassword')}
            rules={[required, { min: 10, message: t('frame.passwordShort') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" block>
            {t('signIn.create')}
          </Button>
        </Form>
      </section>
    </main>
  );
}

function useSetUp() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>(null);
  const setUp = async (values: object): Promise<void> => {
    try {
      await post('/api/setup', values);
      queries.clear();
      void message.success(t('signIn.done'));
      await navigate({ to: paths.signIn });
    } catch (error) {
      setTrouble(error);
    }
  };
  return { trouble, setUp };
}
