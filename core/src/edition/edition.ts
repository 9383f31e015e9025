import { canonical } from '../ledger/index.ts';
import {
  boundAt,
  evolveProcedure,
  untouched,
  withHand,
  type Bound,
  type Dossier,
  type Handed,
  type Law,
  type OfficialDocument,
  type ProcedureEvent,
  type Signature,
  type Task,
} from '../procedure/index.ts';
import type { ClauseId, Facts } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';

/** One problem as the edition shows it: what the county government is asked to agree to. */
export type Member = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly township: string | null;
  readonly field: string | null;
  /** Facts of the plan; an edition from before they were kept so names two of them. */
  readonly facts?: Facts;
  readonly origin?: string | null;
  readonly grade?: string | null;
  readonly proposedHolder: string | null;
};

/** What the edition says of a member's facts, whichever way it keeps them. */
export function factsOfMember({ facts, origin, grade }: Member): Facts {
  return facts ?? { ...(origin ? { origin } : {}), ...(grade ? { grade } : {}) };
}

/** An edition of 一张表 (一(二).2): formed, frozen, consented to as a whole. */
export type Edition = Dossier & {
  readonly stage: 'absent' | 'forming' | 'submitted' | 'consented';
  readonly no: number;
  readonly title: string;
  readonly members: readonly Member[];
  readonly formedOn: PlainDate | null;
  readonly consentedOn: PlainDate | null;
  readonly consentedDigest: string | null;
  /** The paper by which the county government agreed. */
  readonly agreedUnder: OfficialDocument | null;
};

/** Before anybody has formed it. */
export const noEdition: Edition = {
  ...untouched,
  stage: 'absent',
  no: 0,
  title: '',
  members: [],
  formedOn: null,
  consentedOn: null,
  consentedDigest: null,
  agreedUnder: null,
};

/** What happens to an edition: the steps of its procedure, and who is in it. Its dossier is chained like a problem’s. */
export type EditionEvent =
  | ProcedureEvent
  | (Signature &
      (
        | ({
            readonly type: 'EditionFormed';
            readonly no: number;
            readonly title: string;
            readonly members: readonly Member[];
            readonly policy: string;
            /** The kind of the pack; absent in events from before a plan could name it. */
            readonly kind?: string;
            readonly clause: ClauseId;
          } & Handed)
        | ({
            readonly type: 'MembersChanged';
            readonly added: readonly Member[];
            readonly removed: readonly string[];
            readonly clause: ClauseId;
          } & Handed)
        | { readonly type: 'EditionFrozen'; readonly digest: string; readonly size: number; readonly clause: ClauseId }
        | {
            readonly type: 'EditionAgreed';
            readonly digest: string;
            readonly document: OfficialDocument | null;
            /** The day it bears: that of its paper. Absent: the day it was entered. */
            readonly day?: PlainDate;
            readonly clause: ClauseId;
          }
      ));

/** Folds one event into the edition. A return to its first step, which forms it, thaws it. */
export function evolveEdition(edition: Edition, event: EditionEvent): Edition {
  return withHand(folded(edition, event), event);
}

function folded(edition: Edition, event: EditionEvent): Edition {
  switch (event.type) {
    case 'EditionFormed': {
      const { no, title, members, policy, on, kind = 'edition' } = event;
      return { ...edition, kind, stage: 'forming', no, title, members, policy, formedOn: on };
    }
    case 'MembersChanged':
      return {
        ...edition,
        members: [...edition.members.filter((member) => !event.removed.includes(member.id)), ...event.added],
      };
    case 'EditionFrozen':
      return { ...edition, stage: 'submitted' };
    case 'EditionAgreed':
      return {
        ...edition,
        stage: 'consented',
        consentedOn: event.day ?? event.on,
        consentedDigest: event.digest,
        agreedUnder: event.document,
      };
    case 'StepReturned':
      return evolveProcedure(
        event.to === edition.runs[event.run]?.steps[0]?.id ? { ...edition, stage: 'forming' } : edition,
        event,
      );
    default:
      return evolveProcedure(edition, event);
  }
}

/** Digest of exactly what is agreed to: number, title and every member's words, in the edition's order. */
export function editionDigest({ no, title, members }: Edition, law: Pick<Law, 'digest'>): string {
  return law.digest(canonical({ no, title, members }));
}

/** What an answer to this task is bound to, with its present digest; null: to nothing. */
export const boundOn = (edition: Edition, task: Task, law: Law): Bound | null =>
  boundAt(edition, task, () => editionDigest(edition, law), law);
