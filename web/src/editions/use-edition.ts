import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';

export type EditionView = Schema<'EditionView'>;
export type Member = EditionView['members'][number];
export type EditionOffer = EditionView['offers'][number];
type Ask = Schema<'EditionCommand'>['ask'];

/** One edition as it stands, with what this person may do with it. */
export function useEdition(id: string) {
  return useQuery({
    queryKey: ['edition', id],
    queryFn: () => answered(api.GET('/api/editions/{id}', { params: { path: { id } } })),
  });
}

type Act = {
  readonly busy: boolean;
  readonly trouble: unknown;
  /** Sends it with the version that was seen; answers whether it was done. */
  readonly act: (ask: Ask) => Promise<boolean>;
  /** Reads the newest content after somebody was faster. */
  readonly reload: () => Promise<void>;
};

/** One intent about one edition; everything on screen that it may have changed is asked for anew. */
export function useEditionAct({ row: { id }, version }: EditionView): Act {
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const refresh = async (): Promise<void> => {
    const keys = [
      ['edition', id],
      ['editions'],
      ['problem', id],
      ['problems'],
      ['registered'],
      ['workbench'],
      ['tasks'],
    ];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const act = async (ask: Ask): Promise<boolean> => {
    setBusy(true);
    setTrouble(null);
    try {
      const params = { path: { id }, ...intended(key) };
      await answered(api.POST('/api/editions/{id}/commands', { params, body: { version, ask } }));
      await refresh();
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    } finally {
      setKey(newIntent()); // done or refused: what is asked next is another intent
      setBusy(false);
    }
  };
  const reload = async (): Promise<void> => {
    await refresh();
    setTrouble(null);
  };
  return { busy, trouble, act, reload };
}
