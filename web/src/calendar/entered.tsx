import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';

type List = Pick<Schema<'CalendarList'>, 'amendments' | 'undone'>;

/** Notices that people put in, the newest first, with their text as it was; the last one can be taken back. */
export function Entered({ amendments, undone }: List) {
  const { t, i18n } = useTranslation();
  const latest = amendments[0]?.no;
  return (
    <section className="sheet">
      <h2>{t('calendar.entered')}</h2>
      {amendments.length === 0 && <p className="quiet small">{t('calendar.noneEntered')}</p>}
      {amendments.map((one) => (
        <details key={one.no}>
          <summary>
            {t('calendar.enteredLine', {
              no: one.no,
              year: one.year,
              jurisdiction: one.jurisdiction,
              day: longDay(one.appliedOn, i18n.language),
              person: one.appliedBy,
            })}
          </summary>
          <pre className="small">{one.yaml}</pre>
          {one.no === latest && <TakeBack no={one.no} />}
        </details>
      ))}
      {undone.map((one) => (
        <p key={one.no} className="quiet small">
          {t('calendar.undoneLine', {
            no: one.no,
            year: one.year,
            day: longDay(one.undoneOn, i18n.language),
            person: one.undoneBy,
          })}
          {one.reason}
        </p>
      ))}
    </section>
  );
}

/** Taken back with a reason, while no limit was met under it. */
function TakeBack({ no }: { readonly no: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newIntent);
  const undo = useMutation({
    mutationFn: () => answered(api.POST('/api/calendar/undo', { params: intended(key), body: { no, reason } })),
    onSuccess: async () => {
      void message.success(t('calendar.undone', { no }));
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
        placeholder={t('calendar.undoHint')}
        style={{ maxWidth: 420 }}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button disabled={reason.trim() === ''} loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('calendar.undo')}
      </Button>
      {undo.isError && <Trouble error={undo.error} />}
    </div>
  );
}
