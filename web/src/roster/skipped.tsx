import { useTranslation } from 'react-i18next';
import type { Roster } from './settle.ts';

/** Rows that name nobody, with the reason: nothing is left out in silence. */
export function Skipped({ roster: { skipped } }: { readonly roster: Roster }) {
  const { t, i18n } = useTranslation();
  if (skipped.length === 0) return null;
  return (
    <details className="sheet skipped">
      <summary>{t('roster.skipped', { count: skipped.length })}</summary>
      <ul>
        {skipped.map(({ row, why }) => (
          <li key={row}>
            {t('roster.rowNo', { row })} <span className="quiet">{i18n.language === 'en' ? why.en : why.zh}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
