import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import type { Edition } from './edition.ts';

/** 承接: who takes over from units that the edition drops, as whoever published it named them; nothing where nobody was named. */
export function Successors({ edition: { successors } }: { readonly edition: Edition }) {
  const { t, i18n } = useTranslation();
  return successors.map(({ unit, unitName, successorName, from, reason }) => (
    <p key={unit} className="small about">
      {t('policy.succeeded', { unit: unitName, successor: successorName, day: longDay(from, i18n.language), reason })}
    </p>
  ));
}
