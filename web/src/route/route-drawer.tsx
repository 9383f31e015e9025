import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import type { Dossier } from '../dossier/dossier.ts';
import { explanationQuery } from './explanation.ts';
import { Explained } from './explained.tsx';

type Panel = { readonly dossier: Dossier; readonly open: boolean; readonly close: () => void };

/** 为什么是这条路径: facts, rule, clause, steps; what gave way and what would have changed it. */
export function RouteDrawer({ dossier, open, close }: Panel) {
  const { t } = useTranslation();
  const explained = useQuery({ ...explanationQuery(dossier.row.id, dossier.version), enabled: open });
  return (
    <Drawer open={open} onClose={close} size={640} title={t('route.title')} destroyOnHidden>
      {explained.isError && <Trouble error={explained.error} again={() => void explained.refetch()} />}
      {explained.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {explained.data && <Explained explanation={explained.data} />}
    </Drawer>
  );
}
