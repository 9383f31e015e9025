import { factText, type ClauseId, type Policy, type PostId, type Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';

/**
 * What stands between a person and an act. The screen shows it beside the greyed verb, the server answers with the same.
 * Every code has one sentence in each language's catalogue and one HTTP status in the doors' table.
 */
export type Obstacle =
  /** The dossier has no such number, or not for this person. */
  | { readonly code: 'unknown-dossier' }
  | { readonly code: 'already-registered' }
  | { readonly code: 'closed'; readonly on: PlainDate }
  /** The dossier is not where this act belongs. */
  | { readonly code: 'wrong-stage'; readonly stage: string; readonly needs: readonly string[] }
  /** No open task of this id: the step is over, or not reached. */
  | { readonly code: 'out-of-turn'; readonly at: string | null }
  | { readonly code: 'wrong-seat'; readonly needs: readonly SeatNeeded[] }
  /** Nobody plays the role yet. */
  | { readonly code: 'nobody-assigned'; readonly role: string }
  /** No unit accepts its own work. */
  | { readonly code: 'own-work'; readonly unitName: string }
  /** Nobody judges what he had a hand in: drafted, handed in, did, checked or contested. */
  | { readonly code: 'own-draft'; readonly step: string }
  /** Nobody moves the limit that he, or his unit, stands under. */
  | { readonly code: 'own-term'; readonly unitName: string }
  /** The limit was lengthened as often as the plan allows. */
  | { readonly code: 'extended-before'; readonly times: number }
  /** The last day has passed. */
  | { readonly code: 'term-over'; readonly due: PlainDate }
  /** The clock stands still. */
  | { readonly code: 'term-paused' }
  /** A co-signature under facts that nobody has settled yet. */
  | { readonly code: 'not-decided' }
  /** The outer limit leaves no later day. */
  | { readonly code: 'outer-limit'; readonly title: Text; readonly due: PlainDate }
  /** `titles`: what the edition calls these facts, in the same order. */
  | { readonly code: 'facts-missing'; readonly missing: readonly string[]; readonly titles: readonly Text[] }
  | { readonly code: 'no-route'; readonly procedure: string }
  | { readonly code: 'route-ambiguous'; readonly procedure: string; readonly routes: readonly string[] }
  | { readonly code: 'evidence-missing'; readonly missing: readonly string[] }
  | { readonly code: 'plan-missing'; readonly missing: readonly string[] }
  | { readonly code: 'measures-open'; readonly measures: readonly string[] }
  | { readonly code: 'edition-empty' }
  | { readonly code: 'parts-missing'; readonly missing: readonly string[] }
  | { readonly code: 'hand-over-contested' }
  /** Something lies before somebody to sign or settle: nobody merges it away. */
  | { readonly code: 'signature-pending'; readonly title: Text }
  /** A day of the double would be gone with it: passed, or earlier than the survivor’s. */
  | { readonly code: 'day-lost'; readonly title: Text; readonly due: PlainDate }
  /** A return is its unit's own until it is filed: until then nobody merges it. */
  | { readonly code: 'not-filed'; readonly title: Text }
  /** Of another sort, or for another period: it is gathered elsewhere, and is no double. */
  | { readonly code: 'unlike' }
  | { readonly code: 'not-external' }
  /** What is made public has not stood its days yet; `from`: the first day on which it can end. */
  | { readonly code: 'too-early'; readonly from: PlainDate }
  /** The members are not frozen yet: nobody decides on a list that may still change. */
  | { readonly code: 'members-open' }
  | { readonly code: 'objections-open'; readonly count: number }
  /** The plan leaves the point open and nobody has ruled on it yet. */
  | { readonly code: 'question-open'; readonly question: Text }
  /** Frozen: what it holds never changes; a correction is a new return. */
  | { readonly code: 'frozen'; readonly on: PlainDate }
  /** Fields of the sheet that somebody must have filled in before. */
  | { readonly code: 'fields-missing'; readonly missing: readonly string[]; readonly titles: readonly Text[] }
  /** Another reading of the edition has no place for what stands here. */
  | { readonly code: 'no-place'; readonly what: readonly Text[] }
  | { readonly code: 'not-returnable' }
  /** What was done last stands, and why. */
  | { readonly code: 'not-withdrawable'; readonly why: WhyNot }
  /** The dossier's edition of the plan gives this act to nobody. */
  | { readonly code: 'silent'; readonly topic: string }
  | { readonly code: 'nothing-to-do' };

/**
 * Why an act is not taken back: it is not one's own, or not the last; the plan forbids it; a paper stands under it; it went out
 * among people; something has begun by it; a unit outside has it; a limit runs by it for somebody else; it was opened; the post
 * it was done from is another's now.
 */
export type WhyNot =
  | 'not-last'
  | 'forbidden'
  | 'paper'
  | 'gone-out'
  | 'gone-on'
  | 'outside'
  | 'clock'
  | 'opened'
  | 'post-left';

/** A seat from which it could be done. Words are the edition's, so that whoever shows them needs no plan beside it. */
type SeatNeeded = {
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly post: PostId;
  /** Null where any post of the unit will do. */
  readonly postTitle: Text | null;
};

/** The obstacle that only these seats get past, with the posts in the edition's words. */
export const wrongSeat = (needs: readonly Omit<SeatNeeded, 'postTitle'>[], { posts }: Policy): Obstacle => ({
  code: 'wrong-seat',
  needs: needs.map(({ unit, unitName, post }) => ({
    unit,
    unitName,
    post,
    postTitle: posts.find((each) => each.id === post)?.label ?? null,
  })),
});

/** The obstacle of facts that nobody has said yet, with their names in the edition's words. */
export const factsMissing = (missing: readonly string[], policy: Policy): Obstacle => ({
  code: 'facts-missing',
  missing,
  titles: missing.map((fact) => factText(policy, fact, null)),
});

/** What was wrong with what came along: field by field, for the form. */
export type InputFault = {
  readonly field: string;
  readonly code:
    | 'required'
    | 'unknown'
    | 'in-the-future'
    | 'malformed'
    /** Where a telephone number stands, something else does. */
    | 'no-telephone'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'not-earlier'
    | 'not-later'
    /** Some of these days are taken by another of the same; `bound`: by which, from when until when. */
    | 'overlaps'
    | 'beyond-outer'
    /** A colour on which or as which text cannot be read; `bound`: its contrast, of which 4.5 is the least. */
    | 'too-pale'
    /** Red says overdue and nothing else. */
    | 'kept-for-overdue'
    /** A ruling for the whole edition is in force on this point: another needs its end first. */
    | 'ruled-already'
    /** For somebody else to change. */
    | 'not-yours'
    /** Named for the work, it would be the only one to judge it: the dossier would wait for ever. */
    | 'judges-it'
    /** A measure that would end after the whole plan; `bound`: the plan's day. */
    | 'after-plan'
    /** Issued and no longer to be changed here; `bound`: what stands. */
    | 'fixed'
    /** Issued and not to be left out; `bound`: its words. */
    | 'left-out';
  /** What it is measured against: the most signs, the nearest day that would do, what stands. */
  readonly bound?: string;
};

/** A refusal is an answer, not a failure: it is returned, with the clause it rests on. Only bugs are thrown. */
export type Refusal =
  | { readonly code: 'not-allowed'; readonly obstacle: Obstacle; readonly clause: ClauseId | null }
  | { readonly code: 'bad-input'; readonly faults: readonly InputFault[]; readonly clause: ClauseId | null }
  /** The content was changed after it was shown to the person who decides. */
  | {
      readonly code: 'content-changed';
      readonly shown: string;
      readonly present: string;
      readonly clause: ClauseId | null;
    };

/** The person may not, or not now: what stands in the way, and the clause that puts it there. */
export const refuse = (obstacle: Obstacle, clause: ClauseId | null = null): { readonly refused: Refusal } => ({
  refused: { code: 'not-allowed', obstacle, clause },
});

/** The person may, but what came along does not do: every field at once, so that a form is mended in one go. */
export const badInput = (
  faults: readonly InputFault[],
  clause: ClauseId | null = null,
): { readonly refused: Refusal } => ({
  refused: { code: 'bad-input', faults, clause },
});
