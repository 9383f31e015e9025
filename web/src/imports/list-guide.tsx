import { useTranslation } from 'react-i18next';

const POINTS = ['head', 'columns', 'units', 'deadlines', 'again'] as const;

/** What a list should contain and what is understood of it, folded away until somebody asks; with an empty list to fill in. */
export function ListGuide() {
  const { t } = useTranslation();
  return (
    <details className="guide small">
      <summary>{t('imports.guide')}</summary>
      <ul>
        {POINTS.map((point) => (
          <li key={point}>{t(`imports.guide.${point}`)}</li>
        ))}
      </ul>
      <a href="/api/imports/template.xlsx" download>
        {t('imports.template')}
      </a>
    </details>
  );
}
