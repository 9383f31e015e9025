import { App, Modal, type ModalProps } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Given = Omit<ModalProps, 'open' | 'onCancel'> & {
  readonly close?: () => void;
  /** Whether something was entered that would be lost; asked when somebody wants to leave. */
  readonly filled?: () => boolean;
};

/** A window over the page, open as long as it is drawn: Esc does not throw away what was entered, and afterwards the keyboard is where it was. */
export function Dialog({ close, filled, ...given }: Given) {
  const leave = useLeave(close, filled);
  useReturnOfFocus();
  return <Modal {...given} open {...(leave ? { onCancel: leave } : {})} />;
}

/** Leaving a window in which something stands is asked about once. */
function useLeave(close: (() => void) | undefined, filled: (() => boolean) | undefined): (() => void) | undefined {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  if (!close || !filled) return close;
  return () => {
    if (!filled()) return close();
    modal.confirm({
      title: t('windows.notSent'),
      content: t('windows.notSentHint'),
      okText: t('windows.throwAway'),
      cancelText: t('windows.goOn'),
      autoFocusButton: 'cancel',
      onOk: close,
    });
  };
}

/** A window that is taken off the page whole leaves the keyboard nowhere; whoever opened it gets it back, unless somebody has it. */
function useReturnOfFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // only once the window is gone does the browser say that nothing has the focus
      setTimeout(() => {
        if (isNowhere(document.activeElement) && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}

/** The page itself, or the question whether to leave, which is on its way out with the window it asked about. */
const isNowhere = (at: Element | null): boolean =>
  at === null || at === document.body || at.closest('.ant-modal-confirm') !== null;
