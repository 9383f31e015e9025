import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';

/** A deadline as it was understood; what the list said in its own words stands beside it where it says more. */
export function Deadline({ deadline }: { readonly deadline: Schema<'StatedDeadline'> }) {
  const { t, i18n } = useTranslation();
  const { date, longTerm, raw } = deadline;
  const read = [longDay(date, i18n.language), longTerm ? t('dossier.longTerm') : ''].filter(Boolean).join('，');
  return (
    <>
      {read || raw || '—'}
      {read && raw && raw !== date && <span className="quiet tiny">（{t('dossier.raw', { raw })}）</span>}
    </>
  );
}
