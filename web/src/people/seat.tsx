import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import { emptyFrom, holdersOn, type Holding } from './seats.ts';

/** Who holds a post today, or that nobody does; and when it will fall empty. */
export function Seat({ holdings, today }: { readonly holdings: readonly Holding[]; readonly today: string }) {
  const { t, i18n } = useTranslation();
  const names = holdersOn(holdings, today).map(({ person }) => person.name);
  const empty = emptyFrom(holdings, today);
  return (
    <span className="seat">
      {names.length > 0 ? names.join(t('list.comma')) : <span className="vacant">{t('people.empty')}</span>}
      {empty !== null && empty > today && (
        <span className="vacant">{t('people.emptyFrom', { day: longDay(empty, i18n.language) })}</span>
      )}
    </span>
  );
}
