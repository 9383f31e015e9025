import { useEffect } from 'react';

/** `Ctrl K` anywhere, and `/` where nobody is writing: a list that is on the page is searched in its own field. */
export function useShortcut(pressed: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const slash = event.key === '/' && !isWriting(event.target);
      if (!slash && !(event.key === 'k' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      const field = slash ? searchOfList(event.target) : null;
      if (field) field.focus();
      else pressed();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

/** Whether keys belong to a field of a form. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

/** The field by which the list on the page is searched, unless a window lies over it. */
const searchOfList = (target: EventTarget | null): HTMLInputElement | null =>
  target instanceof Element && target.closest('[role="dialog"]') !== null
    ? null
    : document.querySelector<HTMLInputElement>('.filters input[name="q"]');
