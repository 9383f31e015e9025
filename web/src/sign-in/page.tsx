import './sign-in.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { DemonstrationDoors } from './demonstration.tsx';

/** 登录: user name and password; in a demonstration also one click per post. */
export function SignInPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const [trouble, setTrouble] = useState<unknown>(null);
  const come = useComeIn(setTrouble);
  if (session.isPending) return <main className="entrance" aria-busy />;
  const demonstration = session.data?.installation.demonstration ?? false;
  return (
    <main className={demonstration ? 'entrance two' : 'entrance'}>
      <section className="sheet" aria-label={t('signIn.title')}>
        <div className="row" style={{ justifyContent: 'space-between' }}>
          <span className="brand">
            <Brand size={30} />
          </span>
          <LanguageSwitch />
        </div>
        <p className="installation">{session.data?.installation.name}</p>
        {trouble !== null && <Trouble error={trouble} />}
        {session.isError && <Trouble error={session.error} again={() => void session.refetch()} />}
        <Form layout="vertical" requiredMark={false} onFinish={(values: object) => void come('/api/session', values)}>
          <Form.Item
            name="username"
            label={t('signIn.username')}
            rules={[{ required: true, message: t('api.fault.required') }]}
          >
            <Input size="large" autoComplete="username" autoFocus={!demonstration} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('signIn.password')}
            rules={[{ required: true, message: t('api.fault.required') }]}
          >
            <Input.Password size="large" autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" block>
            {t('signIn.enter')}
          </Button>
        </Form>
      </section>
      {demonstration && <DemonstrationDoors enterAs={(person) => come('/api/session/demonstration', { person })} />}
    </main>
  );
}

function useComeIn(complain: (error: unknown) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { back } = useSearch({ strict: false });
  return async (address: string, body: object): Promise<void> => {
    try {
      await post(address, body);
      queries.clear();
      // only an address of this page: never where a link from elsewhere would like to lead
      await navigate({ to: back?.startsWith('/') && !back.startsWith('//') ? back : '/' });
    } catch (error) {
      complain(error);
    }
  };
}
