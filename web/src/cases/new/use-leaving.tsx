import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

/** Whoever goes away from something that was not sent is asked once; the browser asks when the page itself is closed. */
export function useLeaving(touched: boolean): void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const stays = async (): Promise<boolean> => {
    if (!touched) return false;
    const leaves = await modal.confirm({
      title: t('cases.leave'),
      content: t('cases.leaveHint'),
      okText: t('cases.leaveYes'),
      cancelText: t('windows.goOn'),
      autoFocusButton: 'cancel',
    });
    return !leaves;
  };
  useBlocker({ shouldBlockFn: stays, enableBeforeUnload: touched });
}
