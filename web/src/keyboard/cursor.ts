import { useEffect, useState } from 'react';

/** A list is walked with `j` and `k`, opened with Enter; nobody's typing is taken for it. Answers where the cursor stands, -1 at first. */
export function useCursor(length: number, open: (index: number) => void): number {
  const [at, setAt] = useState(-1);
  const here = Math.min(at, length - 1);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      if (event.key === 'j') setAt(Math.min(here + 1, length - 1));
      else if (event.key === 'k') setAt(Math.max(here - 1, 0));
      else if (event.key === 'Enter' && here >= 0) open(here);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  return here;
}

/** Whether the key belongs to a field, a button, a link, or to a window that lies over the list. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, button, a, [role="dialog"], .ant-drawer, .ant-modal') !== null
  );
}
