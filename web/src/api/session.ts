import { queryOptions, useQuery } from '@tanstack/react-query';

/** Whose screen this is. Mirrors `GET /api/session`. */
export type Session = {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly unitName: string | null;
    readonly postings: readonly {
      readonly unit: string;
      readonly unitName: string;
      readonly post: string;
      readonly postName: { readonly zh: string; readonly en?: string };
    }[];
  } | null;
  readonly installation: {
    readonly name: string;
    readonly region: string;
    /** What was chosen; null: the program's own. */
    readonly appearance: { readonly name: string | null; readonly main: string | null; readonly second: string | null };
    readonly demonstration: boolean;
    readonly today: string;
    /** Whether a demonstration was begun on another day than the real one. */
    readonly otherDay: boolean;
    readonly daysApart: number;
    readonly version: string;
    readonly policy: string | null;
    readonly setUp: boolean;
  };
  readonly menu: readonly string[];
  readonly admin: boolean;
  /** The password was handed out by another: nothing but changing it is open. */
  readonly mustChange: boolean;
  /** For administrators: files that are gone, or are no longer what was filed. */
  readonly notWhole: readonly {
    readonly file: string;
    readonly name: string;
    readonly found: 'file-missing' | 'file-changed';
    readonly at: string;
  }[];
  /** `notWhole` names the newest only. */
  readonly notWholeInAll: number;
};

/** The session, asked for again when the window is looked at again. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => {
    const response = await fetch('/api/session');
    if (!response.ok) throw new Error(`session ${response.status}`);
    return (await response.json()) as Session; // the contract's Session
  },
  staleTime: 30_000,
});

/** The session once it is known; the frame shows nothing before. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('a page was drawn before the session was known');
  return data;
}
