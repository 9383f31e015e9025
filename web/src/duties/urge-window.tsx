import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { Dialog } from '../windows/dialog.tsx';

type Window = { readonly wall: Schema<'DutyWall'>; readonly count: number; readonly close: () => void };
type NotUrged = Schema<'MissingUrged'>['refused'];

/** One wish for everybody who has not filed; those that could not be urged are named with the reason. */
export function UrgeWindow({ wall: { duty, period }, count, close }: Window) {
  const { t } = useTranslation();
  const text = useText();
  const usual = t('duties.urgeUsual', { duty: text(duty.title), period: period.id, due: period.due });
  const [said, say] = useState(usual);
  const { urge, busy, trouble, refused } = useUrging({ duty: duty.id, period: period.id }, close);
  return (
    <Dialog
      title={t('duties.urgeTitle')}
      close={close}
      filled={() => said !== usual && refused.length === 0}
      onOk={() => void urge(said.trim())}
      okText={t('duties.urgeAll', { count })}
      okButtonProps={{ disabled: said.trim() === '' || refused.length > 0 }}
      confirmLoading={busy}
    >
      {trouble !== null && <Trouble error={trouble} />}
      {refused.length > 0 && <Refused refused={refused} />}
      <label>
        <span className="quiet">{t('duties.urgeText')}</span>
        <Input.TextArea
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={said}
          onChange={(event) => say(event.target.value)}
        />
      </label>
    </Dialog>
  );
}

function Refused({ refused }: { readonly refused: NotUrged }) {
  const { t, i18n } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      title={t('duties.notUrged', { count: refused.length })}
      description={refused.map(({ number, zh, en }) => (
        <div key={number}>
          {number} {i18n.language === 'en' ? en : zh}
        </div>
      ))}
    />
  );
}

/** Sends the wish once, however often it is pressed, and keeps what could not be done. */
function useUrging(path: { readonly duty: string; readonly period: string }, close: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [refused, setRefused] = useState<NotUrged>([]);
  const urge = async (text: string): Promise<void> => {
    setBusy(true);
    try {
      const params = { path, ...intended(key) };
      const done = await answered(api.POST('/api/duties/{duty}/{period}/urge', { params, body: { text } }));
      await queries.invalidateQueries();
      void message.success(t('duties.urged', { count: done.urged }));
      if (done.refused.length === 0) return close();
      setRefused(done.refused);
    } catch (error) {
      setTrouble(error);
    }
    setBusy(false);
  };
  return { urge, busy, trouble, refused };
}
