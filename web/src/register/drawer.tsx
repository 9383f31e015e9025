import { ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Drawer, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import type { Row } from './columns.tsx';

// a list that is only read does not wait for what a dossier needs
const DossierBeside = lazy(() =>
  import('../dossier/beside.tsx').then(({ DossierBeside: shown }) => ({ default: shown })),
);

/** The dossier beside the list, which keeps its place; `Esc` closes. */
export function ProblemDrawer({ row, close }: { readonly row: Row | null; readonly close: () => void }) {
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
          <Link to={paths.dossier} params={{ id: row.id }}>
            {t('register.pageHint')} <ExportOutlined aria-hidden />
          </Link>
        )
      }
    >
      {row && (
        <Suspense fallback={<Skeleton active />}>
          <DossierBeside id={row.id} />
        </Suspense>
      )}
    </Drawer>
  );
}
