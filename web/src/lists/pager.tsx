import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { without, type Asked } from './address.ts';

type Foot<T extends Asked> = {
  readonly asked: T;
  readonly ask: (asked: T) => void;
  readonly total: string;
  readonly page:
    | { readonly overdue: { readonly total: number; readonly more: boolean }; readonly next: string | null }
    | undefined;
};

/** The foot of a list: how many, how many of them late, which opens to those, in which order, where the next page is. Pages follow a key, so that none is skipped when rows are added. */
export function Pager<T extends Asked>({ asked, ask, total, page }: Foot<T>) {
  const { t } = useTranslation();
  const first = without(asked, 'after');
  const { total: overdue, more } = page?.overdue ?? { total: 0, more: false };
  const next = page?.next;
  return (
    <div className="row small pager">
      <span>{total}</span>
      {overdue > 0 && (
        <button type="button" className="linklike" onClick={() => ask({ ...first, light: 'red' })}>
          {t(more ? 'register.overdueMore' : 'register.overdue', { count: overdue })}
        </button>
      )}
      <span className="grow" />
      <Segmented
        className="no-print"
        size="small"
        value={asked['sort'] === 'due' ? 'due' : 'number'}
        options={[
          { value: 'number', label: t('register.byNumber') },
          { value: 'due', label: t('register.near') },
        ]}
        onChange={(sort) => ask(sort === 'due' ? { ...first, sort } : without(first, 'sort'))}
      />
      <Button className="no-print" size="small" disabled={!asked['after']} onClick={() => ask(first)}>
        {t('register.first')}
      </Button>
      <Button className="no-print" size="small" disabled={!next} onClick={() => next && ask({ ...first, after: next })}>
        {t('register.next')}
      </Button>
    </div>
  );
}
