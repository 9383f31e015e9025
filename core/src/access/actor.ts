import type { PostId } from '../policy/index.ts';

/** A post that a person holds in a unit on the day of the act. */
export type Posting = { readonly unit: string; readonly unitName: string; readonly post: PostId };

/** Who asks. `postings` are those in force on the day of the command; the door never invents one. */
export type Actor = { readonly id: string; readonly name: string; readonly postings: readonly Posting[] };

/** The seat a person acted from, as it stands in the record: readable without any table of people. */
export type Signer = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly post: PostId;
};

/** The calendar is an actor like any other: it signs what it does, and the log shows its name. */
export const theCalendar: Actor = {
  id: 'system:calendar',
  name: '日历',
  postings: [{ unit: 'system', unitName: '系统', post: 'calendar' }],
};

/** The person's signature from this posting. */
export function signer(actor: Actor, posting: Posting): Signer {
  return { id: actor.id, name: actor.name, ...posting };
}

/** The posting from which this actor may act for the unit in the post (`*`: in any), or null. */
export function postingFor(actor: Actor, unit: string, post: PostId): Posting | null {
  return actor.postings.find((held) => held.unit === unit && (post === '*' || held.post === post)) ?? null;
}
