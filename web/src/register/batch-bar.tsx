import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wish } from './batch-ask.ts';
import type { Row } from './columns.tsx';
import { exportOf } from './query.ts';

// its fields come when it is asked for
const BatchForm = lazy(() => import('./batch-form.tsx').then(({ BatchForm: shown }) => ({ default: shown })));

const WISHES: readonly Wish[] = ['classify', 'handOver', 'urge'];

/** 批量: the same wish for the chosen rows; each row answers for itself, and what was not done says why. */
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
  const [wish, setWish] = useState<Wish | null>(null);
  if (rows.length === 0) return null;
  return (
    <div className="batch no-print" role="toolbar" aria-label={t('register.selected', { count: rows.length })}>
      <span>{t('register.selected', { count: rows.length })}</span>
      {WISHES.map((one) => (
        <Button key={one} size="small" onClick={() => setWish(one)}>
          {t(`register.${one}`)}
        </Button>
      ))}
      <Button size="small" href={exportOf(rows.map((row) => row.id))}>
        {t('register.export')}
      </Button>
      <Button size="small" type="link" onClick={clear}>
        {t('register.clear')}
      </Button>
      {wish && (
        <Suspense fallback={null}>
          <BatchForm wish={wish} rows={rows} close={() => setWish(null)} done={done} />
        </Suspense>
      )}
    </div>
  );
}
