import type { Keeper } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { acquainted } from '../../sign-in/hashing.ts';
import { verifyPassword } from '../../sign-in/password.ts';
import { countTry, passwordOf } from '../../store/sign-in.ts';
import type { Intent } from '../dossiers/answer.ts';
import { commandPerson, type PersonAnswer } from './people.ts';
import { LOCKED_MINUTES, TRIES } from './session.ts';

/** Changes one's own password. The old one is asked for again, and counted like a sign-in: an open screen is not the person. */
export async function changeOwnPassword(
  services: Services,
  by: Keeper,
  asked: { readonly old: string; readonly fresh: string; readonly cookie: string | undefined; readonly intent: Intent },
): Promise<PersonAnswer | { readonly wrong: true } | { readonly unchanged: true } | { readonly lockedUntil: Date }> {
  const { db, signIn } = services;
  const { id } = by.actor;
  const known = await passwordOf(db, id);
  if (!known) return { wrong: true };
  const lockedUntil = await countTry(db, { name: known.username, known: true }, TRIES, LOCKED_MINUTES);
  if (lockedUntil) return { lockedUntil };
  if (!(await acquainted.run(id, () => verifyPassword({ hash: known.hash, password: asked.old }))))
    return { wrong: true };
  // said only to whoever has proved to know it
  if (asked.fresh === asked.old) return { unchanged: true };
  const token = signIn.tokenOf(asked.cookie);
  return commandPerson(services, {
    person: id,
    ask: { type: 'SetPassword', proved: true },
    by,
    password: asked.fresh,
    intent: asked.intent,
    ...(token === null ? {} : { keepSession: token }),
  });
}
