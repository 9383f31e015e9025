import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';

/** What an administrator may ask about people. */
export type Keeping =
  | { readonly do: 'add'; readonly body: Schema<'AddPerson'> }
  | { readonly do: 'hold'; readonly person: string; readonly body: Schema<'PostingAsk'> }
  | { readonly do: 'leave'; readonly person: string; readonly body: Schema<'EndPosting'> }
  | { readonly do: 'active'; readonly person: string; readonly active: boolean }
  | { readonly do: 'password'; readonly person: string; readonly password: string };

type Keep = {
  readonly busy: boolean;
  readonly trouble: unknown;
  /** Sends it; answers whether it was done. */
  readonly keep: (keeping: Keeping) => Promise<boolean>;
};

/** One intent about people; lists on screen are asked for anew. */
export function useKeep(): Keep {
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const keep = async (keeping: Keeping): Promise<boolean> => {
    setBusy(true);
    setTrouble(null);
    try {
      await send(keeping, key);
      await queries.invalidateQueries({ queryKey: ['people'] });
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    } finally {
      setKey(newIntent());
      setBusy(false);
    }
  };
  return { busy, trouble, keep };
}

function send(keeping: Keeping, key: string): Promise<unknown> {
  if (keeping.do === 'add') return answered(api.POST('/api/people', { params: intended(key), body: keeping.body }));
  const params = { path: { id: keeping.person }, ...intended(key) };
  switch (keeping.do) {
    case 'hold':
      return answered(api.POST('/api/people/{id}/postings', { params, body: keeping.body }));
    case 'leave':
      return answered(api.POST('/api/people/{id}/postings/end', { params, body: keeping.body }));
    case 'active':
      return answered(api.POST('/api/people/{id}/active', { params, body: { active: keeping.active } }));
    case 'password':
      return answered(api.POST('/api/people/{id}/password', { params, body: { password: keeping.password } }));
  }
}
