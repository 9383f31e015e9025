import { ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Drawer, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from './case-row.ts';
import { paths } from '../../paths.ts';

// a list that is only read does not wait for what a dossier needs
const CaseBeside = lazy(() => import('../dossier/beside.tsx').then(({ CaseBeside: shown }) => ({ default: shown })));

/** The dossier beside the list, which keeps its place; `Esc` closes. */
export function CaseDrawer({ row, close }: { readonly row: CaseRow | null; readonly close: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={row !== null}
      onClose={close}
      size={760}
      title={row?.number}
      destroyOnHidden
      extra={
        row && (
          <Link to={paths.case} params={{ id: row.id }}>
            {t('register.pageHint')} <ExportOutlined aria-hidden />
          </Link>
        )
      }
    >
      {row && (
        <Suspense fallback={<Skeleton active />}>
          <CaseBeside id={row.id} />
        </Suspense>
      )}
    </Drawer>
  );
}
