import { randomUUID } from 'node:crypto';
import {
  decidePerson,
  evolvePerson,
  nobody,
  type Keeper,
  type Person,
  type PersonAsk,
  type PersonEvent,
  type PersonRefusal,
} from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { addressOf } from '../../sign-in/options.ts';
import { append } from '../../store/dossiers/append.ts';
import { KeyTaken, loadDossier, StaleVersion, type Executor } from '../../store/dossiers/dossiers.ts';
import { putPerson } from '../../store/people.ts';
import { addSignIn, endSessions, forgetTries, putPassword, renameSignIn } from '../../store/sign-in.ts';
import { codeOf } from '../../trouble.ts';
import type { Intent } from '../dossiers/answer.ts';
import { plainAppend, retried } from '../dossiers/plain-append.ts';
import { presentUnits } from '../law/present-law.ts';

/** How a command about a person ends. Everything but `done` left nothing behind. */
export type PersonAnswer =
  | { readonly done: { readonly id: string; readonly version: number }; readonly replayed: boolean }
  | { readonly refused: PersonRefusal }
  | { readonly conflict: 'key-reused' | 'username-taken' | 'changed-meanwhile' };

/** An ask about an account, with what must not stand in the log (the password) beside it. */
export type PersonAsked = {
  /** Null for somebody new. */
  readonly person: string | null;
  readonly ask: PersonAsk;
  readonly by: Keeper;
  readonly intent?: Intent;
  /** For `AddPerson` and `SetPassword`; without one, a new person can only be signed in by the demonstration. */
  readonly password?: string;
  /** The session that set its own password stays. */
  readonly keepSession?: string;
  readonly about?: string;
  /** Done in the same transaction; answering false undoes all of it. */
  readonly within?: (transaction: Executor) => Promise<boolean>;
};

/** Thrown inside the transaction to undo it. */
class Undone extends Error {
  override readonly name = 'Undone';
}

/** load → decide → append, with the lists and the way in written in the same transaction. */
export async function commandPerson(services: Services, asked: PersonAsked): Promise<PersonAnswer> {
  const { db, region, today, signIn } = services;
  const { by, intent } = asked;
  const id = asked.person ?? randomUUID();
  const { standing, given } = await loadDossier<Person>(db, {
    region,
    kind: 'person',
    dossier: id,
    actor: by.actor.id,
    key: intent?.key ?? '',
  });
  if (given) return retried<Done>(given, intent);
  const before = standing?.state ?? nobody;
  const decision = decidePerson({ ...asked.ask, person: id, by, on: today() }, before, presentUnits(services));
  if ('refused' in decision) return decision;

  const state = decision.events.reduce(evolvePerson, before);
  const done = { id, version: (standing?.version ?? 0) + decision.events.length };
  const hash = asked.password === undefined ? null : await signIn.hash(asked.password);
  const written = plainAppend(services, {
    dossier: id,
    kind: 'person',
    standing,
    events: hash === null ? decision.events : decision.events.map((event) => withSecret(event, sm3(hash))),
    state,
    ...(intent ? { answer: { by, intent, response: done } } : {}),
  });
  try {
    await db.transaction().execute(async (transaction) => {
      if (asked.within && !(await asked.within(transaction))) throw new Undone();
      await append(transaction, written);
      await putPerson(transaction, region, id, state, asked.about);
      await putWayIn(transaction, id, state, asked, hash);
    });
  } catch (error) {
    // the same intent twice at once: the other's answer is this one's too
    return error instanceof KeyTaken ? commandPerson(services, asked) : afterCollision(error);
  }
  signIn.sessions.forget();
  return { done, replayed: false };
}

const withSecret = (event: PersonEvent, secret: string): PersonEvent =>
  event.type === 'PersonAdded' || event.type === 'PasswordSet' ? { ...event, secret } : event;

type Done = { readonly id: string; readonly version: number };

async function putWayIn(
  db: Executor,
  id: string,
  person: Person,
  { ask, keepSession }: PersonAsked,
  hash: string | null,
): Promise<void> {
  const { name, username } = person;
  if (ask.type === 'AddPerson') return addSignIn(db, { id, name, username, address: addressOf(id) }, hash);
  if (ask.type === 'CorrectPerson') return renameSignIn(db, id, name);
  if (ask.type === 'SetPassword') {
    if (hash === null) throw new Error('a password is set by its hash');
    await putPassword(db, id, hash);
    await forgetTries(db, username);
  }
  // whoever knew the old password, or may no longer come in, is out
  if (ask.type === 'SetPassword' || ask.type === 'SetActive') await endSessions(db, id, keepSession ?? null);
}

function afterCollision(error: unknown): PersonAnswer {
  if (error instanceof StaleVersion || error instanceof Undone) return { conflict: 'changed-meanwhile' };
  const constraint: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'constraint') : null;
  if (
    codeOf(error) === '23505' &&
    (constraint === 'person_region_username_key' || constraint === 'sign_in_username_key')
  )
    return { conflict: 'username-taken' };
  throw error;
}
