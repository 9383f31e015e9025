import './imports.css';
import { useTranslation } from 'react-i18next';
import { Before } from './before.tsx';
import { Drop } from './drop.tsx';
import { ListGuide } from './list-guide.tsx';

/** 导入: bring a workbook of problems here, and what was brought before. */
export function ImportsPage() {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.imports')}</h1>
        <span className="quiet small">{t('imports.purpose')}</span>
      </div>
      <Drop what={t('imports.problems')}>
        <ListGuide />
      </Drop>
      <section className="sheet">
        <h2>{t('imports.before')}</h2>
        <Before />
      </section>
    </>
  );
}
