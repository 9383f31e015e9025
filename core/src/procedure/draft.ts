import type { ProcedureEvent, Signature } from './event.ts';

type Unsigned<E> = E extends unknown ? Omit<E, keyof Signature> : never;

/**
 * Events being written for one command, and the dossier as it will stand after them: a later event of the same command
 * sees what the earlier ones did.
 */
export type Draft<D, E> = {
  readonly now: () => D;
  readonly events: () => readonly E[];
  readonly add: (event: Unsigned<E>) => void;
  readonly signature: Signature;
};

/** Starts a draft on this dossier; every event in it bears the same signature. */
export function draftOn<D, E>(dossier: D, evolve: (dossier: D, event: E) => D, signature: Signature): Draft<D, E> {
  let now = dossier;
  const events: E[] = [];
  return {
    now: () => now,
    events: () => events,
    signature,
    add: (event) => {
      // an unsigned event and a signature make an event; the compiler cannot see that through the union
      const signed = { ...event, ...signature } as E;
      events.push(signed);
      now = evolve(now, signed);
    },
  };
}

/** What the interpreter needs to write into any dossier's draft. */
export type Pen<D> = Pick<Draft<D, ProcedureEvent>, 'now' | 'add' | 'signature'>;
