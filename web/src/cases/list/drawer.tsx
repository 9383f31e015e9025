import { ExportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from './case-row.ts';
import { paths } from '../../paths.ts';
import { CaseBeside } from '../dossier/beside.tsx';

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
      {row && <CaseBeside id={row.id} />}
    </Drawer>
  );
}
