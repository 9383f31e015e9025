import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';
import { whoseCalendar } from './whose-calendar.ts';

type Entered = Schema<'CalendarList'>['waiting'];

/** Notices that one person entered and that wait for another. Looked at, they stand in the field as any text does. */
export function Waiting({ waiting, look }: { readonly waiting: Entered; readonly look: (yaml: string) => void }) {
  const { t, i18n } = useTranslation();
  if (waiting.length === 0) return null;
  return (
    <ul className="plain">
      {waiting.map((one) => (
        <li key={one.yaml} className="row">
          <span>
            {t('calendar.waitingLine', {
              year: one.year,
              jurisdiction: whoseCalendar(one.jurisdiction, t),
              day: longDay(one.enteredOn, i18n.language),
              person: one.enteredBy,
            })}
          </span>
          <Button size="small" onClick={() => look(one.yaml)}>
            {t('calendar.look')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
