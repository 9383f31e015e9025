import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

type Asked = { readonly title: string; readonly content: string; readonly okText: string };

/** Whoever goes away from something that would be lost is asked once; the browser asks when the page itself is closed. */
export function useLeaving(touched: boolean, asked: Asked): void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const stays = async (): Promise<boolean> => {
    if (!touched) return false;
    const leaves = await modal.confirm({
      ...asked,
      cancelText: t('windows.goOn'),
      autoFocusButton: 'cancel',
    });
    return !leaves;
  };
  useBlocker({ shouldBlockFn: stays, enableBeforeUnload: touched });
}
