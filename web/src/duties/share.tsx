import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';

/** How many have filed, as words and a bar; what is overdue or sent back is said beside it. */
export function Share({ period: { counts } }: { readonly period: Pick<Schema<'DutyPeriod'>, 'counts'> }) {
  const { t } = useTranslation();
  const { owed, filed, missing, returned } = counts;
  if (owed === 0) return <span className="filed-share" />;
  return (
    <span className="filed-share small">
      <span className="bar" aria-hidden>
        <span style={{ width: `${(filed / owed) * 100}%` }} />
      </span>
      <span className="nowrap">
        {filed === owed ? t('duties.allFiled', { owed }) : t('duties.progress', { filed, owed })}
      </span>
      {missing > 0 && <b className="missing nowrap">{`${t('duties.state.missing')} ${missing}`}</b>}
      {returned > 0 && <b className="returned nowrap">{`${t('duties.state.returned')} ${returned}`}</b>}
    </span>
  );
}
