import { unitName, type Posting } from '@bihuan/core/access';
import { pagesFor, type PageId } from '@bihuan/core/person';
import type { Text } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import { acquainted, strangers } from '../../sign-in/hashing.ts';
import type { Known } from '../../sign-in/sessions.ts';
import { type FileAlarm, fileAlarms } from '../../store/files.ts';
import { personByUsername } from '../../store/people.ts';
import { countTry, forgetTries, sessionPerson, sweepSessions, sweepTries } from '../../store/sign-in.ts';
import { postName, postRank, presentLaw } from '../law/present-law.ts';

/** Wrong passwords that may be given in a row, and the minutes for which the next one shuts the name out. */
export const TRIES = 5;
/** How long a name stays shut out, in minutes: enough against guessing, short enough for somebody who mistyped. */
export const LOCKED_MINUTES = 15;

/** Who asks, from their cookies, with the posts in force today; null when nobody is signed in. */
export async function whoAsks(services: Services, cookie: string | undefined): Promise<Known | null> {
  const { signIn, today } = services;
  const token = signIn.tokenOf(cookie);
  return token === null ? null : signIn.sessions.resolve(token, today(), () => load(services, token));
}

async function load(services: Services, token: string): Promise<Known | null> {
  const { db, region, today } = services;
  const person = await sessionPerson(db, region, token, today());
  if (!person) return null;
  const law = presentLaw(services);
  const rank = postRank(law);
  const postings = person.postings
    .map(({ unit, post }) => ({ unit, unitName: unitName(law?.units ?? [], unit, today()), post }))
    .toSorted((a, b) => rank(a.post) - rank(b.post));
  return {
    keeper: { actor: { id: person.id, name: person.name, postings }, administrator: person.administrator },
    unit: person.unit,
    mustChange: person.must_change,
  };
}

/** How a sign-in ends. Whether name or password was wrong is not said. */
export type SignedIn =
  | { readonly cookies: readonly string[] }
  | { readonly wrong: true }
  /** Said only to whoever knows the password. */
  | { readonly deactivated: true }
  | { readonly lockedUntil: Date };

/**
 * Checks a password. Five wrong ones in a row shut the name out, whether anybody has it or not. A name that has been in from this
 * address waits in a queue of its own and is counted apart: whoever tries names and passwords elsewhere neither keeps it waiting nor
 * shuts it out. @param from the address that asks
 */
export async function signInWithPassword(
  { db, region, signIn }: Services,
  username: string,
  password: string,
  from: string,
): Promise<SignedIn> {
  const name = username.trim().toLowerCase();
  const known = signIn.acquaintances.has(from, name);
  return (known ? acquainted : strangers).run(from, async () => {
    const lockedUntil = await countTry(db, { name, known }, TRIES, LOCKED_MINUTES);
    if (lockedUntil) return { lockedUntil };
    const cookies = await signIn.withPassword(name, password);
    if (!cookies) return { wrong: true };
    if ((await personByUsername(db, region, name))?.active === false) {
      await signIn.signOut(cookies.map((each) => each.split(';')[0]).join('; '));
      await forgetTries(db, name); // the password was right: nobody is guessing
      return { deactivated: true };
    }
    await forgetTries(db, name);
    signIn.acquaintances.add(from, name);
    return { cookies };
  });
}

/** Ends the session and answers the cookies that clear it. */
export async function signOut({ signIn }: Services, cookie: string): Promise<readonly string[]> {
  const cookies = await signIn.signOut(cookie);
  signIn.sessions.forget();
  return cookies;
}

/** Removes sessions and counted tries that are over. Run now and then by a job; running it twice is harmless. */
export async function sweepSignIn({ db }: Pick<Services, 'db'>): Promise<void> {
  await sweepSessions(db);
  await sweepTries(db);
}

/** What the page needs to know of the person at the screen. */
export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly postings: readonly (Posting & { readonly postName: Text })[];
};

/** The person, the pages they may use, and what an administrator must see to. */
export type SessionOf = {
  readonly person: PersonView;
  readonly menu: readonly PageId[];
  readonly admin: boolean;
  /** Nothing but changing the password is open. */
  readonly mustChange: boolean;
  readonly notWhole: readonly FileAlarm[];
  /** `notWhole` names the newest only. */
  readonly notWholeInAll: number;
};

const NO_ALARMS = { alarms: [], inAll: 0 } as const;

/** The person and the pages they may use; null when nobody is signed in. */
export async function readSession(services: Services, cookie: string | undefined): Promise<SessionOf | null> {
  const known = await whoAsks(services, cookie);
  if (!known) return null;
  const law = presentLaw(services);
  const { actor, administrator } = known.keeper;
  const { alarms, inAll } =
    administrator && !known.mustChange ? await fileAlarms(services.db, services.region) : NO_ALARMS;
  const unit =
    actor.postings[0]?.unitName ??
    (known.unit === null ? null : unitName(law?.units ?? [], known.unit, services.today()));
  return {
    person: {
      id: actor.id,
      name: actor.name,
      unitName: unit,
      postings: actor.postings.map((held) => ({ ...held, postName: postName(law, held.post) })),
    },
    menu: known.mustChange ? [] : pagesFor(known.keeper, law, services.today()),
    admin: administrator,
    mustChange: known.mustChange,
    notWhole: alarms,
    notWholeInAll: inAll,
  };
}
