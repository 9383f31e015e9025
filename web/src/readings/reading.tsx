import './readings.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import type { Edition } from '../policy/edition.ts';
import { Differences } from './differences.tsx';

/** 解读: which reading of the plan this is, what it changed and why, in its author's words and as the program compares them. */
export function Reading({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const text = useText();
  const { revision, readings, before, differences, policy } = edition;
  return (
    <>
      <p className="quiet small">{t('readings.whatIsIt')}</p>
      {revision ? (
        <dl className="said">
          <dt>{t('readings.changed')}</dt>
          <dd>{text(revision.changed)}</dd>
          <dt>{t('readings.why')}</dt>
          <dd>{text(revision.why)}</dd>
        </dl>
      ) : (
        <p>{t('readings.first')}</p>
      )}
      <h2>{t('readings.all')}</h2>
      <ul className="plain">
        {readings.map((row) => (
          <li key={row.edition} className="row">
            {row.edition === policy.edition ? (
              <b>{t('readings.no', { no: row.no })}</b>
            ) : (
              <Link to={paths.rules} search={{ edition: row.edition, part: 'reading' }}>
                {t('readings.no', { no: row.no })}
              </Link>
            )}
            <span className="quiet small">{t('readings.published', { day: row.publishedOn })}</span>
            {row.current && <span className="bank small">{t('readings.current')}</span>}
          </li>
        ))}
      </ul>
      {before !== null && (
        <>
          <h2 className="row">
            {t('readings.before')}
            <span className="quiet small">{t('readings.differences', { count: differences.length })}</span>
            <span className="grow" />
            <Button size="small" className="no-print" onClick={() => window.print()}>
              {t('policy.print')}
            </Button>
          </h2>
          <Differences edition={edition} />
        </>
      )}
    </>
  );
}
