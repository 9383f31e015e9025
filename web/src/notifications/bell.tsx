import './notifications.css';
import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Folded } from './folded.tsx';

/** Past this many dossiers the bell says only that there are more. */
const COUNTED = 99;

/** 通知: how many dossiers have something new, and behind it what it is. */
export function Bell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => answered(api.GET('/api/notifications/unread')),
    refetchInterval: 60_000,
  });
  const unread = data?.unread ?? 0;
  const said = unread > 0 ? t('notifications.bellNew', { count: unread }) : t('notifications.bell');
  return (
    <>
      <Tooltip title={said}>
        <Button type="text" className="bell" aria-label={said} onClick={() => setOpen(true)}>
          <BellOutlined aria-hidden />
          <span className="wide-only">{t('notifications.title')}</span>
          {unread > 0 && <b className="count">{unread > COUNTED ? `${COUNTED}+` : unread}</b>}
        </Button>
      </Tooltip>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={460}
        title={t('notifications.title')}
        destroyOnHidden
        className="notifications"
      >
        <Folded close={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
