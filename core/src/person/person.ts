import type { Signer } from '../access/index.ts';
import type { PostId } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A post somebody holds in a unit. `until` is the first day on which it is no longer held. */
export type HeldPost = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly post: PostId;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

/** A person of the office, as the log of their dossier has it. */
export type Person = {
  readonly stage: 'absent' | 'active' | 'deactivated';
  readonly name: string;
  readonly username: string;
  /** Where an administrator sits. Everybody else is where their posts are. */
  readonly unit: string | null;
  /** Keeps accounts and postings of this installation, and holds no post of the plan. */
  readonly administrator: boolean;
  readonly postings: readonly HeldPost[];
  /** Where the person is reached at work; absent: not known. */
  readonly phone?: string;
  /** Names that were written wrongly before, the latest last, each with the day it was corrected. */
  readonly formerNames?: readonly FormerName[];
  /** The password is one that another handed out: nothing but changing it is open. */
  readonly mustChange?: true;
};

/** A name as it was written until it was corrected; records made before keep it. */
export type FormerName = { readonly name: string; readonly until: PlainDate };

/** An account nobody has made yet: what the first event folds onto. */
export const nobody: Person = {
  stage: 'absent',
  name: '',
  username: '',
  unit: null,
  administrator: false,
  postings: [],
};

/** What happened to a person's account and posts: who might do what, from when, is as provable as what was done. */
export type PersonEvent = { readonly by: Signer; readonly on: PlainDate } & (
  | {
      readonly type: 'PersonAdded';
      readonly name: string;
      readonly username: string;
      readonly unit: string | null;
      readonly unitName: string | null;
      readonly administrator: boolean;
      /** Digest of what is kept of the first password; absent where none was given, and in events from before it was noted. */
      readonly secret?: string;
      readonly phone?: string;
      /** The password was handed out by whoever added the person. */
      readonly handedOut?: true;
    }
  /** The name was written wrongly; `before` stays in every record made under it. */
  | { readonly type: 'NameCorrected'; readonly before: string; readonly name: string; readonly reason: string }
  | { readonly type: 'PhoneChanged'; readonly phone: string | null }
  | { readonly type: 'PostHeld'; readonly posting: HeldPost }
  | {
      readonly type: 'PostLeft';
      readonly posting: string;
      readonly unitName: string;
      readonly post: PostId;
      readonly until: PlainDate;
    }
  | { readonly type: 'PersonDeactivated' }
  | { readonly type: 'PersonReactivated' }
  /** That it was set and by whom; never what it is. `secret`: digest of what is kept of it, to see that nobody put another in its place. */
  | {
      readonly type: 'PasswordSet';
      readonly secret?: string;
      /** Set by another than the person: it is changed at the next sign-in. */
      readonly handedOut?: true;
    }
);

/** Folds one event into the person. */
export function evolvePerson(person: Person, event: PersonEvent): Person {
  switch (event.type) {
    case 'PersonAdded': {
      const { name, username, unit, administrator, phone } = event;
      const added: Person = { ...person, stage: 'active', name, username, unit, administrator };
      return knownFrom(phone === undefined ? added : { ...added, phone }, event.handedOut);
    }
    case 'NameCorrected': {
      const former = { name: event.before, until: event.on };
      return { ...person, name: event.name, formerNames: [...(person.formerNames ?? []), former] };
    }
    case 'PhoneChanged': {
      const { phone: _before, ...without } = person;
      return event.phone === null ? without : { ...without, phone: event.phone };
    }
    case 'PostHeld':
      return { ...person, postings: [...person.postings, event.posting] };
    case 'PostLeft':
      return {
        ...person,
        postings: person.postings.map((held) => (held.id === event.posting ? { ...held, until: event.until } : held)),
      };
    case 'PersonDeactivated':
      return { ...person, stage: 'deactivated' };
    case 'PersonReactivated':
      return { ...person, stage: 'active' };
    case 'PasswordSet':
      return knownFrom(person, event.handedOut);
  }
}

/** Whether the password that counts from here on is one that somebody else has seen. */
function knownFrom(person: Person, handedOut: true | undefined): Person {
  const { mustChange: _before, ...own } = person;
  return handedOut ? { ...own, mustChange: true } : own;
}

/** The posts held on this day; one that begins later does not count yet. */
export function heldOn(postings: readonly HeldPost[], day: PlainDate): HeldPost[] {
  return postings.filter((held) => held.from <= day && (held.until === null || day < held.until));
}
