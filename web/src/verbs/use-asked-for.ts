import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { handling, type Handled } from './arrange.ts';

type Asked<O> = {
  /** The verb with which the line is handled that somebody came for; null where he came otherwise. */
  readonly offer: O | null;
  /** Forgets it, so that coming back to the dossier opens nothing. */
  readonly drop: () => void;
};

type Within<O> = { readonly row: { readonly id: string }; readonly offers: readonly O[] };

/**
 * 办理: the address names the line, and its form opens with the page. Which form that is stays as it was when it opened: what is done
 * in it may change what the line waits for.
 */
export function useAskedFor<O extends Handled>({ row, offers }: Within<O>): Asked<O> {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const line = search['do'];
  const place = line === undefined ? '' : `${row.id} ${line}`;
  const found = (): O | null => (line === undefined ? null : handling(line, offers));
  const [opened, setOpened] = useState(() => ({ place, offer: found() }));
  if (opened.place !== place) setOpened({ place, offer: found() });
  const drop = (): void => {
    if (line === undefined) return;
    const { do: _line, ...rest } = search;
    void navigate({ to: '.', search: rest, replace: true, resetScroll: false });
  };
  return { offer: opened.offer, drop };
}
