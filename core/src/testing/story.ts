import type { Actor, Refusal } from '../access/index.ts';
import { absent, decide, evolve, type Ask, type Command, type Problem, type ProblemEvent } from '../problem/index.ts';
import type { Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { club } from './law.ts';

/** A dossier with the log it was written from. */
export type File = { readonly problem: Problem; readonly log: readonly ProblemEvent[] };

export const noFile: File = { problem: absent, log: [] };

/** What a test framework's `expect` must be able to say; the core itself knows no test framework. */
type Expect = (value: unknown) => { toEqual(wanted: unknown): void; toMatchObject(wanted: object): void };

/** Signs an ask. An ask and who asks on which day make a command; the compiler cannot see that through the union. */
export const signed = (ask: Ask, by: Actor, on: PlainDate): Command => ({ ...ask, by, on });

/** The file after this ask. Throws what was refused: a story that does not go on is a broken test. */
export function after(file: File, ask: Ask, by: Actor, on: PlainDate, law: Law = club): File {
  const decision = decide(signed(ask, by, on), file.problem, law);
  if ('refused' in decision)
    throw new Error(`${by.id} may not ${ask.type} on ${on}: ${JSON.stringify(decision.refused)}`);
  return { problem: decision.events.reduce(evolve, file.problem), log: [...file.log, ...decision.events] };
}

/** The refusal of this ask, or null when it is accepted. */
export function refusal(file: File, ask: Ask, by: Actor, on: PlainDate, law: Law = club): Refusal | null {
  const decision = decide(signed(ask, by, on), file.problem, law);
  return 'refused' in decision ? decision.refused : null;
}

/** given(history).when(ask, person, day).yields(events): the whole vocabulary of a domain test. */
export const storyWith =
  (expect: Expect, law: Law = club) =>
  (file: File) => ({
    when(ask: Ask, by: Actor, on: PlainDate) {
      const decision = decide(signed(ask, by, on), file.problem, law);
      return {
        /** Exactly these events, each with at least these fields. */
        yields: (...events: readonly object[]) => expect(decision).toMatchObject({ events }),
        refuses: (refused: object) => expect(decision).toMatchObject({ refused }),
        /** Refused because of this obstacle and no other. */
        blocks: (obstacle: object) =>
          expect('refused' in decision ? decision.refused : decision).toMatchObject({ code: 'not-allowed', obstacle }),
        /** Refused because these fields of the input were wrong, in this order. */
        faults: (...faults: readonly object[]) =>
          expect('refused' in decision ? decision.refused : decision).toMatchObject({ code: 'bad-input', faults }),
      };
    },
  });

/** Events of one type in the log, oldest first. */
export function eventsOf<T extends ProblemEvent['type']>(file: File, type: T): Extract<ProblemEvent, { type: T }>[] {
  return file.log.filter((event): event is Extract<ProblemEvent, { type: T }> => event.type === type);
}
