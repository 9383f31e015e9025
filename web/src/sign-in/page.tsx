import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../api/client.ts';
import { Refused, type ProblemDocument } from '../api/refused.ts';
import { sessionQuery } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { DemonstrationDoors } from './demonstration.tsx';

/** Signs in with a JSON body; the cookie that comes back is out of reach of scripts. */
export async function enter(address: string, body: object): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newIntent() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Refused((await response.json()) as ProblemDocument); // a problem document
}

/** 登录: user name and password; in a demonstration also one click per post. */
export function SignInPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const [trouble, setTrouble] = useState<unknown>(null);
  const come = useComeIn(setTrouble);
  if (session.isPending) return <Skeleton active style={{ padding: 48 }} />;
  const demonstration = session.data?.installation.demonstration ?? false;
  return (
    <div className="entrance">
      <div className="sheet">
        <div className="brand">
          <img src="/icon.svg" alt="" width={28} height={28} /> {t('frame.brand')}
        </div>
        <p className="quiet">{session.data?.installation.name}</p>
        {trouble !== null && <Trouble error={trouble} />}
        <Form layout="vertical" onFinish={(values: object) => void come('/api/session', values)}>
          <Form.Item name="username" label={t('signIn.username')} rules={[{ required: true }]}>
            <Input autoComplete="username" autoFocus={!demonstration} />
          </Form.Item>
          <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {t('signIn.enter')}
          </Button>
        </Form>
      </div>
      {demonstration && <DemonstrationDoors enterAs={(person) => come('/api/session/demonstration', { person })} />}
    </div>
  );
}

function useComeIn(complain: (error: unknown) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { back } = useSearch({ strict: false });
  return async (address: string, body: object): Promise<void> => {
    try {
      await enter(address, body);
      queries.clear();
      // only an address of this page: never where a link from elsewhere would like to lead
      await navigate({ to: back?.startsWith('/') && !back.startsWith('//') ? back : '/' });
    } catch (error) {
      complain(error);
    }
  };
}
