import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { handling } from './arrange.ts';
import type { Filed, Offer } from './verb.ts';

type Asked = {
  /** The verb with which the line is handled that somebody came for; null where he came otherwise. */
  readonly offer: Offer | null;
  /** Forgets it, so that coming back to the dossier opens nothing. */
  readonly drop: () => void;
};

/**
 * 办理: the address names the line, and its form opens with the page. Which form that is stays as it was when it opened: what is done
 * in it may change what the line waits for.
 */
export function useAskedFor({ row, offers }: Pick<Filed, 'row' | 'offers'>): Asked {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const line = search['do'];
  const place = line === undefined ? '' : `${row.id} ${line}`;
  const found = (): Offer | null => (line === undefined ? null : handling(line, offers));
  const [opened, setOpened] = useState(() => ({ place, offer: found() }));
  if (opened.place !== place) setOpened({ place, offer: found() });
  const drop = (): void => {
    if (line === undefined) return;
    const { do: _line, ...rest } = search;
    void navigate({ to: '.', search: rest, replace: true, resetScroll: false });
  };
  return { offer: opened.offer, drop };
}
