import { Link } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Share } from './share.tsx';
import { rhythmOf, termsOf } from './rhythm.ts';
import { StateOf } from './state.tsx';

type Duty = Schema<'DutyList'>['duties'][number];
type Period = Schema<'DutyPeriod'>;

/** One duty: what the plan says of it, its latest periods, and the next. */
export function DutyCard({ duty, order }: { readonly duty: Duty; readonly order: () => void }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { periods, next } = duty;
  return (
    <article className="sheet duty">
      <div className="row">
        <h3>{text(duty.title)}</h3>
        <Clause id={duty.clause} />
        <span className="small">{rhythmOf(duty, t)}</span>
        <span className="grow" />
        {duty.mayOrder && (
          <Button size="small" type="primary" onClick={order}>
            {t('duties.order')}
          </Button>
        )}
      </div>
      <p className="quiet small">
        {t('duties.by')} {listed(duty.by.map(text), t)} · {t('duties.files')} {text(duty.files.title)}
        {duty.gathers && ` · ${t('duties.gathers')} ${text(duty.gathers.title)}`}
        {termsOf(duty, t, text).map((term) => ` · ${term}`)}
      </p>
      {periods.length === 0 && (
        <p className="small quiet">{t(duty.every === 'order' ? 'duties.nothingOrdered' : 'duties.noneOpened')}</p>
      )}
      <ul className="periods">
        {periods.map((period) => (
          <Line key={period.id} duty={duty} period={period} />
        ))}
      </ul>
      {next && (
        <p className="quiet small next">
          {t('duties.next', {
            period: next.id,
            opensOn: longDay(next.opensOn, i18n.language),
            due: longDay(next.due, i18n.language),
          })}
          {next.provisional && <span className="provisional">{t('duties.provisional')}</span>}
        </p>
      )}
    </article>
  );
}

function Line({ duty, period }: { readonly duty: Duty; readonly period: Period }) {
  const { t, i18n } = useTranslation();
  const { counts, gathering } = period;
  return (
    <li>
      <Link to={paths.wall} params={{ duty: duty.id, period: period.id }} className="id nowrap">
        {period.id}
      </Link>
      <span className="small nowrap">
        {t('duties.dueOn', { day: longDay(period.due, i18n.language) })}
        {period.openedLate && <Late period={period} />}
      </span>
      <Share duty={duty.id} period={period} />
      <span className="mine">
        {period.mine.map((one) => (
          <Link key={one.dossier} to={paths.case} params={{ id: one.dossier }} title={one.number}>
            <StateOf state={one.state} nil={one.nil} />
            {one.corrects && <span className="tiny quiet"> {t('duties.correction')}</span>}
          </Link>
        ))}
      </span>
      <span className="small gathered">
        {gathering && (
          <Link to={paths.case} params={{ id: gathering.id }}>
            {gathering.number}
          </Link>
        )}{' '}
        {gathering && (
          <span className="quiet nowrap">
            {gathering.frozenOn ? t('duties.frozenOn', { day: gathering.frozenOn }) : t('duties.notFrozen')}
          </span>
        )}
        {!gathering && period.drawn !== null && (
          <Link to={paths.wall} params={{ duty: duty.id, period: period.id }}>
            {t('duties.drawn', { count: period.drawn })}
          </Link>
        )}
      </span>
      {period.text && <span className="said small">{period.text}</span>}
      {counts.missing + counts.returned === 0 && period.opening && (
        <span className="small quiet">{t('duties.opening')}</span>
      )}
    </li>
  );
}

/** A period that an outage opened late says so. */
export function Late({ period: { openedOn } }: { readonly period: Pick<Period, 'openedOn'> }) {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('duties.openedLateWhy', { day: openedOn })}>
      <span className="provisional">{t('duties.openedLate')}</span>
    </Tooltip>
  );
}
