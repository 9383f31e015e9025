import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, newIntent } from '../api/client.ts';
import type { Person } from './seats.ts';

/** Everybody in the installation with every post they hold, held or will hold. A county has hundreds, not thousands. */
export function usePeople() {
  return useQuery({ queryKey: ['people'], queryFn: everybody });
}

async function everybody(): Promise<readonly Person[]> {
  const all: Person[] = [];
  let after: string | null = null;
  do {
    const query: { size: number; after?: string } = after === null ? { size: 200 } : { size: 200, after };
    const page = await answered(api.GET('/api/people', { params: { query } }));
    all.push(...page.people);
    after = page.next;
  } while (after !== null);
  return all;
}

/** One intent about an account; what the page knows of people is asked for anew when it is done. */
export function useKeeping() {
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  /** Sends with the key of the intent; answers whether it was done. */
  const keep = async (send: (key: string) => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setTrouble(null);
    try {
      await send(key);
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    } finally {
      setKey(newIntent()); // done or refused: what is asked next is another intent
      await Promise.all(
        [['people'], ['session'], ['first-hours']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      setBusy(false);
    }
  };
  return { busy, trouble, keep };
}
