import { signer, type Actor, type Posting } from '../access/actor.ts';
import type { ClauseId, Milestone, ProcedureId } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Linked } from './dossier.ts';
import type { OfficialDocument } from './paper.ts';
import type { ProcedureEvent, Signature } from './event.ts';
import type { Law } from './law.ts';
import type { Moment } from './moment.ts';

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
  /** Writes the subject's own event for a milestone; false: it has none, and the engine writes `MilestoneReached`. */
  readonly milestone: (milestone: Milestone, at: ReachedAt, law: Law) => boolean;
  /** Clocks of no step that run on when a run goes back to this step: what the subject ties to its steps. */
  readonly reopens: (run: ProcedureId, step: string, law: Law) => readonly string[];
  /** Digest of the subject's content as it stands, by the name that the pack gives it. */
  readonly content: (what: string, law: Law) => string;
};

/** What goes with a milestone: the day it bears, its paper and the clause. */
export type ReachedAt = {
  readonly day: PlainDate;
  readonly document: OfficialDocument | null;
  /** The dossier whose tell brings it here. */
  readonly told?: Linked;
  readonly clause: ClauseId;
};

/** How a subject writes its milestones; absent: as the engine does. */
export type MilestoneWriter<D, E> = (draft: Draft<D, E>, milestone: Milestone, at: ReachedAt, law: Law) => boolean;

/** What is peculiar to a subject where the engine writes. */
type Peculiar<D, E> = {
  readonly milestone?: MilestoneWriter<D, E>;
  readonly reopens?: (dossier: D, run: ProcedureId, step: string, law: Law) => readonly string[];
  readonly content: (dossier: D, what: string, law: Law) => string;
};

/** Signs for this person from the posting he acts from; a claimed day stands beside the day of entry only where it is another. */
export function signatureOf(
  { by, on, instant }: Moment & { readonly by: Actor },
  posting: Posting,
  claimedOn?: PlainDate,
): Signature {
  return {
    by: signer(by, posting),
    on,
    ...(instant ? { instant } : {}),
    ...(claimedOn && claimedOn !== on ? { claimedOn } : {}),
  };
}

/** Starts a draft on this dossier; every event in it bears the same signature. */
export function draftOn<D, E>(
  dossier: D,
  evolve: (dossier: D, event: E) => D,
  signature: Signature,
  { milestone: writer = () => false, reopens = () => [], content }: Peculiar<D, E>,
): Draft<D, E> {
  let now = dossier;
  const events: E[] = [];
  const draft: Draft<D, E> = {
    now: () => now,
    events: () => events,
    signature,
    add: (event) => {
      // an unsigned event and a signature make an event; the compiler cannot see that through the union
      const signed = { ...event, ...signature } as E;
      events.push(signed);
      now = evolve(now, signed);
    },
    milestone: (milestone, at, law) => writer(draft, milestone, at, law),
    reopens: (run, step, law) => reopens(now, run, step, law),
    content: (what, law) => content(now, what, law),
  };
  return draft;
}

/** What the interpreter needs to write into any dossier's draft. */
export type Pen<D> = Pick<Draft<D, ProcedureEvent>, 'now' | 'add' | 'signature' | 'milestone' | 'reopens' | 'content'>;
