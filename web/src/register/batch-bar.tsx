import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useText } from '../i18n/text.ts';
import { wishesOf, type Wish } from './batch-wishes.ts';
import type { Row } from './columns.tsx';
import { exportOf } from './query.ts';

// its fields come when it is asked for
const BatchForm = lazy(() => import('./batch-form.tsx').then(({ BatchForm: shown }) => ({ default: shown })));

/** What a wish is called: a step by the plan's own title. */
function useWishTitle(): (wish: Wish) => string {
  const { t } = useTranslation();
  const text = useText();
  return ({ type, title, part }) =>
    title ? text(title) + (part === 'co-sign' ? t('register.coSigned') : '') : t(`verbs.${type}`);
}

/** 批量: what the chosen rows allow, for those that do; each answers for itself, and what was not done says why. */
export function BatchBar({
  rows,
  clear,
  done,
}: {
  readonly rows: readonly Row[];
  readonly clear: () => void;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  const called = useWishTitle();
  const [wish, setWish] = useState<Wish | null>(null);
  const ids = rows.map((row) => row.id);
  const { data } = useQuery({
    queryKey: ['problems', 'batch', ids],
    enabled: ids.length > 0,
    queryFn: () => answered(api.GET('/api/problems/batch', { params: { query: { id: ids } } })),
  });
  if (rows.length === 0) return null;
  const wishes = wishesOf(data?.rows ?? []);
  return (
    <div className="batch no-print" role="toolbar" aria-label={t('register.selected', { count: rows.length })}>
      <span>{t('register.selected', { count: rows.length })}</span>
      {wishes.map((one) => (
        <Button key={one.key} size="small" onClick={() => setWish(one)}>
          {called(one)}
          {one.on.length < rows.length && t('register.some', { count: one.on.length })}
        </Button>
      ))}
      {data && wishes.length === 0 && <span className="quiet small">{t('register.noneTogether')}</span>}
      <Button size="small" href={exportOf(ids)}>
        {t('register.export')}
      </Button>
      <Button size="small" type="link" onClick={clear}>
        {t('register.clear')}
      </Button>
      {wish && (
        <Suspense fallback={null}>
          <BatchForm wish={wish} title={called(wish)} close={() => setWish(null)} done={done} />
        </Suspense>
      )}
    </div>
  );
}
