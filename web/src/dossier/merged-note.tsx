import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import type { Dossier } from './dossier.ts';

/** Closed as merged: where it goes on, since when, why. */
export function MergedNote({ merged }: Pick<Dossier, 'merged'>) {
  const { t } = useTranslation();
  if (!merged) return null;
  const { into, on, reason } = merged;
  const title = (
    <>
      {t('dossier.merged', { day: on, reason })}{' '}
      <Link to={paths.dossier} params={{ id: into.dossier }}>
        {into.number} {into.title}
      </Link>
    </>
  );
  return <Alert type="info" showIcon title={title} style={{ marginTop: 8 }} />;
}
