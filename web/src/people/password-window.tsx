import { Button, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { setPassword } from './asks.ts';
import { newPassword } from './one-time.ts';
import type { Person } from './seats.ts';
import { useNamed } from './use-called.ts';
import { useKeeping } from './use-people.ts';

/** 重设密码: made here, shown once, known to nobody but whoever it is handed to. */
export function PasswordWindow({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation();
  const named = useNamed();
  const { busy, trouble, keep } = useKeeping();
  const [shown, show] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const password = newPassword();
    if (await keep((key) => setPassword(key, person.id, password))) show(password);
  };
  if (shown !== null)
    return <OnceWindow name={named(person)} username={person.username ?? ''} password={shown} close={close} />;
  return (
    <Dialog
      title={t('people.resetSure', { name: named(person) })}
      close={close}
      onOk={() => void send()}
      okText={t('people.reset')}
      cancelText={t('people.cancel')}
      confirmLoading={busy}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <p>{t('people.resetHint')}</p>
    </Dialog>
  );
}

type Once = {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly said?: string;
  readonly close: () => void;
};

/** A password on the screen, this one time: it closes by its own button only. */
export function OnceWindow({ name, username, password, said, close }: Once) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={said ?? t('people.reset')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {t('people.handedOver')}
        </Button>
      }
    >
      <p>{t('people.passwordOnce', { name })}</p>
      <dl className="facts once">
        <dt>{t('people.username')}</dt>
        <dd>{username}</dd>
        <dt>{t('people.password')}</dt>
        <dd>
          <Typography.Text copyable={{ text: password, tooltips: [t('people.copy'), t('people.copied')] }}>
            <code>{password}</code>
          </Typography.Text>
        </dd>
      </dl>
    </Dialog>
  );
}
