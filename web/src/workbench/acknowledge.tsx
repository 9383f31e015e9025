import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../api/client.ts';
import { useComplain } from '../api/trouble.tsx';
import { readCopies, type Copy } from './read-copies.ts';

/** 已阅 for one copy or for all that are shown: each is entered in its own dossier, and what was not says why. */
export function Acknowledge({ copies, label }: { readonly copies: readonly Copy[]; readonly label: string }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const refused = await readCopies(copies, key);
      const first = refused[0];
      if (first)
        void message.warning(
          t('workbench.notRead', { count: refused.length, why: i18n.language === 'en' ? first.en : first.zh }),
        );
      else void message.success(t('workbench.readDone', { count: copies.length }));
      await Promise.all(
        ['copies', 'workbench', 'problem', 'case'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
    } catch (error) {
      complain(error);
    } finally {
      setKey(newIntent());
      setBusy(false);
    }
  };
  const button = (act?: () => void) => (
    <Button size="small" loading={busy} onClick={act}>
      {label}
    </Button>
  );
  if (copies.length <= 1) return button(() => void send());
  return (
    <Popconfirm title={t('workbench.readAsked')} onConfirm={() => void send()}>
      {button()}
    </Popconfirm>
  );
}
