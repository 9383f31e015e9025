import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { enter } from './page.tsx';

/** 首次启用: the code from the terminal makes the first administrator, once. */
export function SetUpPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>(null);
  const setUp = async (values: object): Promise<void> => {
    try {
      await enter('/api/setup', values);
      queries.clear();
      void message.success(t('signIn.done'));
      await navigate({ to: paths.signIn });
    } catch (error) {
      setTrouble(error);
    }
  };
  const fields = ['code', 'name', 'username'] as const;
  return (
    <div className="entrance">
      <div className="sheet">
        <div className="brand">
          <img src="/icon.svg" alt="" width={28} height={28} /> {t('signIn.setUp')}
        </div>
        <p className="quiet">{t('signIn.setUpHint')}</p>
        {trouble !== null && <Trouble error={trouble} />}
        <Form layout="vertical" onFinish={(values: object) => void setUp(values)}>
          {fields.map((name) => (
            <Form.Item key={name} name={name} label={t(`signIn.${name}`)} rules={[{ required: true }]}>
              <Input autoComplete="off" />
            </Form.Item>
          ))}
          <Form.Item name="password" label={t('frame.newPassword')} rules={[{ required: true, min: 10 }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {t('signIn.create')}
          </Button>
        </Form>
      </div>
    </div>
  );
}
