import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import { emptyFrom, holdersOn, nextFrom, type Holding } from './seats.ts';

type Now = { readonly holdings: readonly Holding[]; readonly from: Dayjs | undefined; readonly today: string };

/** How the post stands: held, vacant since when, or vacant soon; and the gap that a later first day would leave. */
export function SeatNow({ holdings, from, today }: Now) {
  const { t, i18n } = useTranslation();
  const names = holdersOn(holdings, today)
    .map(({ person }) => person.name)
    .join(t('list.comma'));
  const empty = emptyFrom(holdings, today);
  const next = nextFrom(holdings, today);
  const day = longDay(next, i18n.language);
  const sentence = (): string => {
    if (empty === null) return t('people.seatHeld', { names });
    if (empty > today) return t('people.seatEnds', { names, day });
    return holdings.length === 0 ? t('people.seatNever') : t('people.seatEmptySince', { day });
  };
  const first = from?.format('YYYY-MM-DD');
  const gap = empty !== null && holdings.length > 0 && first !== undefined && first > next;
  return (
    <p className="small">
      {sentence()}{' '}
      {gap && <span className="vacant">{t('people.gap', { from: day, to: longDay(first, i18n.language) })}</span>}
    </p>
  );
}
