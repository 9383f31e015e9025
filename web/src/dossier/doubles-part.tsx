import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/listed.ts';
import { paths } from '../paths.ts';
import type { Dossier } from './dossier.ts';

/** Doubles merged into this problem with their words, sources and evidence, and likely ones that are other problems. */
export function DoublesPart({ absorbed, apart }: Pick<Dossier, 'absorbed' | 'apart'>) {
  const { t } = useTranslation();
  if (absorbed.length + apart.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('dossier.doubles')}</h2>
      {absorbed.map((double) => (
        <div key={double.dossier} className="double">
          <p>
            <Link to={paths.dossier} params={{ id: double.dossier }}>
              {double.number} {double.title}
            </Link>{' '}
            <span className="quiet small">{t('dossier.absorbed', { day: double.on })}</span>
          </p>
          {double.description && <p className="small">{double.description}</p>}
          {double.sources.map((source) => (
            <div key={source.list + source.number} className="small">
              {[source.list, source.number, source.date].filter(Boolean).join(' · ')}
            </div>
          ))}
          {double.evidence.length > 0 && (
            <div className="small">
              {t('dossier.absorbedEvidence')}
              {double.evidence.map(({ file, name }) => (
                <a key={file} href={`/api/files/${file}`} target="_blank" rel="noreferrer">
                  {name}{' '}
                </a>
              ))}
            </div>
          )}
        </div>
      ))}
      {apart.length > 0 && (
        <p className="small">
          {t('dossier.toldApart')}
          {listed(
            apart.map(({ number, title, reason }) => `${number} ${title}（${reason}）`),
            t,
          )}
        </p>
      )}
    </section>
  );
}
