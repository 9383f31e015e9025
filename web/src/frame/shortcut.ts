import { useEffect } from 'react';

/** `Ctrl K` anywhere, and `/` where nobody is writing. */
export function useShortcut(pressed: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const asked =
        (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isWriting(event.target));
      if (!asked) return;
      event.preventDefault();
      pressed();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

/** Whether keys belong to a field of a form. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
