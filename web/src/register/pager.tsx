import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import type { Filters } from './query.ts';

type Foot = {
  readonly filters: Filters;
  readonly ask: (filters: Filters) => void;
  readonly total: string;
  readonly page: Schema<'ProblemPage'> | undefined;
};

/** The foot of the list: how many, in which order, where the next page is. Pages follow a key, so that none is skipped when rows are added. */
export function Pager({ filters, ask, total, page }: Foot) {
  const { t } = useTranslation();
  const { after: _after, ...kept } = filters;
  const overdue = page?.rows.filter((row) => row.light.level === 'red').length ?? 0;
  const next = page?.next;
  return (
    <div className="row small pager">
      <span>{total}</span>
      {overdue > 0 && <span className="quiet">{t('register.overdueHere', { count: overdue })}</span>}
      <span className="grow" />
      <Segmented
        className="no-print"
        size="small"
        value={filters.sort === 'due' ? 'due' : 'number'}
        options={[
          { value: 'number', label: t('register.byNumber') },
          { value: 'due', label: t('register.near') },
        ]}
        onChange={(sort) => ask(sort === 'due' ? { ...kept, sort: 'due' } : withoutSort(kept))}
      />
      <Button className="no-print" size="small" disabled={!filters.after} onClick={() => ask(kept)}>
        {t('register.first')}
      </Button>
      <Button className="no-print" size="small" disabled={!next} onClick={() => next && ask({ ...kept, after: next })}>
        {t('register.next')}
      </Button>
    </div>
  );
}

function withoutSort({ sort: _sort, ...rest }: Filters): Filters {
  return rest;
}
