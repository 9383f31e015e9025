import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';

/** An act on a notice that takes its reason and nothing else: one line and a button. */
export function Reasoned({
  hint,
  label,
  done,
  act,
}: {
  readonly hint: string;
  readonly label: string;
  readonly done: string;
  /** @param key of the intent: the same for as long as the answer is not known */
  readonly act: (reason: string, key: string) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newIntent);
  const acting = useMutation({
    mutationFn: () => act(reason, key),
    onSuccess: async () => {
      void message.success(done);
      setReason('');
      await queries.invalidateQueries();
    },
    onSettled: () => setKey(newIntent()),
  });
  return (
    <div className="row">
      <Input
        value={reason}
        maxLength={300}
        aria-label={t('field.reason')}
        placeholder={hint}
        style={{ maxWidth: 420 }}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button disabled={reason.trim() === ''} loading={acting.isPending} onClick={() => acting.mutate()}>
        {label}
      </Button>
      {acting.isError && <Trouble error={acting.error} />}
    </div>
  );
}
