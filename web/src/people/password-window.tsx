import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { invented } from './password.ts';
import type { Person } from './units.ts';
import { useKeep } from './use-keep.ts';

const SHORTEST = 10;

/** 设置密码: shown once, to be handed over in person; the record keeps that it was set and by whom. */
export function PasswordWindow({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [password, setPassword] = useState(invented);
  const { keep, busy, trouble } = useKeep();
  const set = async (): Promise<void> => {
    if (!(await keep({ do: 'password', person: person.id, password }))) return;
    void message.success(t('people.passwordDone', { name: person.name }));
    close();
  };
  return (
    <Modal
      open
      title={`${t('people.setPassword')}：${person.name}`}
      onCancel={close}
      onOk={() => void set()}
      okButtonProps={{ disabled: password.length < SHORTEST }}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <p>{t('people.passwordHint')}</p>
      <div className="row">
        <Input
          className="password"
          value={password}
          maxLength={128}
          aria-label={t('people.password')}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button onClick={() => setPassword(invented())}>{t('people.another')}</Button>
      </div>
    </Modal>
  );
}
