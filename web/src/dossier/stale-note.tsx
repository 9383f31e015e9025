import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/listed.ts';
import type { Dossier } from './dossier.ts';

/** Approvals that were given to content which has changed since: pointed at, and never taken away. */
export function StaleNote({ stale }: Pick<Dossier, 'stale'>) {
  const { t } = useTranslation();
  if (stale.length === 0) return null;
  const steps = listed(
    stale.map((approval) => `${approval.person} ${approval.on}`),
    t,
  );
  return <Alert type="warning" showIcon title={t('dossier.stale', { steps })} style={{ marginTop: 8 }} />;
}
