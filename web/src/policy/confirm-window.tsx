import { useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { Dialog } from '../windows/dialog.tsx';
import type { Ruling } from './edition.ts';

/** 确认: the reading stands from now on, with the paper or meeting it rests on. */
export function ConfirmWindow({
  ruling,
  edition,
  close,
}: {
  readonly ruling: Ruling;
  readonly edition: string;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key] = useState(newIntent);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      const params = { path: { edition, id: ruling.id }, ...intended(key) };
      await answered(api.POST('/api/policies/{edition}/rulings/{id}/confirm', { params, body: { note: note.trim() } }));
      await queries.invalidateQueries({ queryKey: ['policy', edition] });
      void message.success(t('policy.didConfirm', { id: ruling.id }));
      close();
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`${t('policy.confirm')} ${ruling.id} ${text(ruling.title)}`}
      close={close}
      filled={() => note.trim() !== ''}
      onOk={() => void confirm()}
      okText={t('policy.confirm')}
      okButtonProps={{ disabled: note.trim() === '' }}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      <p>{text(ruling.reason)}</p>
      {trouble !== null && <Trouble error={trouble} />}
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        value={note}
        aria-label={t('policy.note')}
        placeholder={t('policy.note')}
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  );
}
