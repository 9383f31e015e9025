import type { Keeper } from '@bihuan/core/person';
import type { PlainDate } from '@bihuan/core/time';

/** How long an answer is kept, ms: another process of the same installation may have changed it meanwhile. */
const KEPT = 5_000;
const MOST = 2_000;

/** Who a session belongs to, with the posts of the day and the postings' administrator flag. */
export type Known = {
  readonly keeper: Keeper;
  readonly unit: string | null;
  /** Signed in with a password that another handed out: nothing but changing it is open. */
  readonly mustChange: boolean;
};

type Kept = { readonly known: Known | null; readonly day: PlainDate; readonly until: number };

/** Remembers for seconds who a session belongs to, so that a command costs no query more. */
export type Sessions = {
  /** The answer kept for this token and day, or what `load` finds. */
  readonly resolve: (token: string, day: PlainDate, load: () => Promise<Known | null>) => Promise<Known | null>;
  /** Forgets everything: somebody signed out, or somebody's posts or account changed. */
  readonly forget: () => void;
};

/** @param now the machine's own milliseconds, for the age of an answer */
export function openSessions(now: () => number = () => performance.now()): Sessions {
  const kept = new Map<string, Kept>();
  let generation = 0;
  return {
    async resolve(token, day, load) {
      const found = kept.get(token);
      if (found && found.day === day && found.until > now()) return found.known;
      const asked = generation;
      const known = await load();
      // an answer read before somebody signed out must not be kept after it
      if (asked !== generation) return load();
      if (kept.size >= MOST) kept.clear();
      kept.set(token, { known, day, until: now() + KEPT });
      return known;
    },
    forget() {
      generation += 1;
      kept.clear();
    },
  };
}
