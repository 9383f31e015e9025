import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';

/** Notices that people put in, the newest first, with their text as it was. */
export function Entered({ amendments }: { readonly amendments: Schema<'CalendarList'>['amendments'] }) {
  const { t, i18n } = useTranslation();
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
        </details>
      ))}
    </section>
  );
}
