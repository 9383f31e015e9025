import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { paths } from '../paths.ts';
import type { CellState } from './state.tsx';

type Of = { readonly duty: string; readonly period: Pick<Schema<'DutyPeriod'>, 'id' | 'counts'> };

/** How many have filed, as words and a bar; what is overdue or sent back is said beside it. Each number opens to its lines of the wall. */
export function Share({ duty, period }: Of) {
  const { t } = useTranslation();
  const { owed, filed, missing, returned } = period.counts;
  if (owed === 0) return <span className="filed-share" />;
  const lines = (states: readonly CellState[], says: ReactNode): ReactNode => (
    <Link className="nowrap" to={paths.wall} params={{ duty, period: period.id }} search={{ state: states.join(',') }}>
      {says}
    </Link>
  );
  return (
    <span className="filed-share small">
      <span className="bar" aria-hidden>
        <span style={{ width: `${(filed / owed) * 100}%` }} />
      </span>
      {lines(FILED, filed === owed ? t('duties.allFiled', { owed }) : t('duties.progress', { filed, owed }))}
      {missing > 0 && lines(['missing'], <b className="missing">{`${t('duties.state.missing')} ${missing}`}</b>)}
      {returned > 0 && lines(['returned'], <b className="returned">{`${t('duties.state.returned')} ${returned}`}</b>)}
    </span>
  );
}

/** What counts as filed: in time, late, or that there was nothing. */
const FILED: readonly CellState[] = ['filed', 'late', 'nil'];
