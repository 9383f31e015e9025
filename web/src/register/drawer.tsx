import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { DossierBeside } from '../dossier/beside.tsx';
import type { Row } from './columns.tsx';

/** The dossier beside the list, which keeps its place; `Esc` closes. */
export function ProblemDrawer({
  row,
  close,
  open,
}: {
  readonly row: Row | null;
  readonly close: () => void;
  readonly open: (row: Row) => void;
}) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={row !== null}
      onClose={close}
      size={720}
      title={row?.number}
      extra={
        row && (
          <Button type="primary" onClick={() => open(row)}>
            {t('register.page')} ↗
          </Button>
        )
      }
      destroyOnHidden
    >
      {row && <DossierBeside id={row.id} />}
    </Drawer>
  );
}
