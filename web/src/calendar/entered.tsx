import { useTranslation } from 'react-i18next';
import { answered, api, intended, type Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';
import { whoseCalendar } from './whose-calendar.ts';
import { Reasoned } from './reasoned.tsx';

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
              jurisdiction: whoseCalendar(one.jurisdiction, t),
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
  return (
    <Reasoned
      hint={t('calendar.undoHint')}
      label={t('calendar.undo')}
      done={t('calendar.undone', { no })}
      act={(reason, key) => answered(api.POST('/api/calendar/undo', { params: intended(key), body: { no, reason } }))}
    />
  );
}
