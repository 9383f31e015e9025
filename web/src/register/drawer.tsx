import { ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { DossierBeside } from '../dossier/beside.tsx';
import { paths } from '../paths.ts';
import type { Row } from './columns.tsx';

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
      {row && <DossierBeside id={row.id} />}
    </Drawer>
  );
}
