import { useRef, useState } from 'react';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';

export type Result = Schema<'ReadingAdopted'>['results'][number];
type Chosen = { readonly dossier: string; readonly seen: string };

/** So many in one request: each is decided by itself, and the screen says how far it is. */
const TOGETHER = 20;

/** Brings the chosen ones over, some at a time. One that breaks off goes on where it was, under the key it had. */
export function useAdopt(edition: string, chosen: readonly Chosen[]) {
  const [results, setResults] = useState<readonly Result[]>([]);
  const [state, setState] = useState<'asking' | 'running' | 'stopping' | 'stopped' | 'finished'>('asking');
  const [trouble, setTrouble] = useState<unknown>(null);
  const stopped = useRef(false);
  const keys = useRef(new Map<number, string>());
  const keyOf = (from: number): string => {
    const key = keys.current.get(from) ?? newIntent();
    keys.current.set(from, key);
    return key;
  };
  const run = async (reason: string): Promise<void> => {
    stopped.current = false;
    setState('running');
    setTrouble(null);
    let done = results;
    try {
      while (done.length < chosen.length && !stopped.current) {
        const dossiers = chosen
          .slice(done.length, done.length + TOGETHER)
          .map(({ dossier, seen }) => ({ dossier, seen }));
        const params = { path: { edition }, ...intended(keyOf(done.length)) };
        const body = { reason: reason.trim(), dossiers };
        const answer = await answered(api.POST('/api/policies/{edition}/adopt', { params, body }));
        done = [...done, ...answer.results];
        setResults(done);
      }
      setState(done.length < chosen.length ? 'stopped' : 'finished');
    } catch (error) {
      setTrouble(error);
      setState(done.length === 0 ? 'asking' : 'stopped');
    }
  };
  const stop = (): void => {
    stopped.current = true;
    setState('stopping');
  };
  return { results, state, trouble, run, stop };
}
