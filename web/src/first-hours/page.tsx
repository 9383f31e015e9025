import { Navigate } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { FirstSteps, useFirstHours } from './steps.tsx';

/** An administrator's first page: what is missing; once nothing is, the accounts. */
export function KeeperFirst() {
  const { t } = useTranslation();
  const hours = useFirstHours();
  if (hours.isPending) return <Skeleton active style={{ padding: 24 }} />;
  if (hours.isError) return <Trouble error={hours.error} again={() => void hours.refetch()} />;
  if (hours.data.steps.length === 0) return <Navigate to={paths.people} replace />;
  return (
    <>
      <div className="page-head">
        <h1>{t('firstHours.page')}</h1>
      </div>
      <FirstSteps hours={hours.data} />
    </>
  );
}
