import { App, Modal, type ModalProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Given = Omit<ModalProps, 'open' | 'onCancel'> & {
  readonly close?: () => void;
  /** Whether something was entered that would be lost; asked when somebody wants to leave. */
  readonly filled?: () => boolean;
};

/**
 * A window over the page, open as long as it is drawn: the keyboard goes into its first field, Esc does not throw away what
 * was entered, and afterwards the keyboard is where it was.
 */
export function Dialog({ close, filled, children, ...given }: Given) {
  const leave = useLeave(close, filled);
  const inside = useRef<HTMLSpanElement>(null);
  useReturnOfFocus();
  return (
    <Modal
      {...given}
      open
      afterOpenChange={(open) => open && enterFirstField(inside.current)}
      {...(leave ? { onCancel: leave } : {})}
    >
      <span ref={inside} hidden />
      {children}
    </Modal>
  );
}

/** What is filled in first, where somebody has a keyboard; a finger would be met by one on the screen that hides half the window. */
function enterFirstField(inside: HTMLElement | null): void {
  const window = inside?.closest('[role="dialog"]');
  if (!window || window.contains(writing()) || matchMedia('(pointer: coarse)').matches) return;
  window.querySelector<HTMLElement>(FIELDS)?.focus();
}

const FIELDS = ['input:not([type="file"])', 'textarea', 'select'].map((field) => `${field}:not([disabled])`).join(', ');

/** The field that has the keyboard already, as one that asked for it by itself. */
const writing = (): Element | null => {
  const { activeElement } = document;
  return activeElement?.matches(FIELDS) === true ? activeElement : null;
};

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
