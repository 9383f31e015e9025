import { useEffect } from 'react';

const AFTER = 1_000;

/** Fetches a part of the page once the page itself has settled; if that fails, it is fetched when it is needed. */
export function useAtHand(fetchPart: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setTimeout(() => void fetchPart().catch(() => undefined), AFTER);
    return () => clearTimeout(timer);
  }, [fetchPart]);
}
