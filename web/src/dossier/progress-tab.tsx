import { WarningOutlined } from '@ant-design/icons';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Light } from '../light/light.tsx';
import { UnitName } from '../units/unit-name.tsx';
import type { Dossier } from './dossier.ts';

/** 进展: each measure with how far it is, at what pace, and what was last said of it. */
export function ProgressTab({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { installation } = useSession();
  if (dossier.measures.length === 0) return <p className="nothing">{t('dossier.noMeasures')}</p>;
  return (
    <ol className="measures">
      {dossier.measures.map((measure, index) => (
        <li key={measure.id}>
          <div className="row" style={{ justifyContent: 'space-between' }}>
            <b>
              {index + 1}. {measure.text}
            </b>
            {measure.completedOn ? (
              <span className="bank">{t('dossier.completedOn', { day: measure.completedOn })}</span>
            ) : (
              <Light light={measure.light} />
            )}
          </div>
          <div className="row small quiet">
            <span>
              <UnitName name={measure.unitName} /> {measure.person}
            </span>
            <span>{measure.deadline?.raw}</span>
            <span>{t(`field.pace.${measure.pace}`)}</span>
          </div>
          {measure.reopened && (
            <div className="flag tiny">
              <WarningOutlined aria-hidden />{' '}
              {t('dossier.reopened', { day: measure.reopened.on, done: measure.reopened.completedOn ?? '—' })}
              {measure.reopened.reason}
            </div>
          )}
          {measure.strange.map((why) => (
            <div key={why} className="flag tiny">
              <WarningOutlined aria-hidden /> {t(`dossier.flag.${why}`)}
            </div>
          ))}
          {measure.apart > installation.daysApart && (
            <div className="flag tiny">
              <WarningOutlined aria-hidden /> {t('dossier.saidLater', { day: measure.reportedOn, days: measure.apart })}
            </div>
          )}
          <Progress percent={measure.percent} size="small" strokeColor="#2f7d5b" aria-label={t('dossier.percent')} />
          {measure.progress && (
            <p className="small" style={{ margin: 0 }}>
              {measure.progress} <span className="quiet">{measure.reportedOn}</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
