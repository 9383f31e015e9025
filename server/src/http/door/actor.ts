import type { FastifyRequest } from 'fastify';
import type { Actor } from '@bihuan/core/access';
import type { Keeper } from '@bihuan/core/person';
import { whoAsks } from '../../operations/people/session.ts';
import type { Services } from '../../services.ts';
import type { Known } from '../../sign-in/sessions.ts';

/** Nobody is signed in; the last handler answers 401. */
class SignedOut extends Error {
  override readonly name = 'SignedOut';
  readonly statusCode = 401;
}

/** The password was handed out by another and is to be changed first; the last handler answers 403. */
export class PasswordDue extends Error {
  override readonly name = 'PasswordDue';
  readonly statusCode = 403;
}

/** Who asks, with the posts in force today. @throws SignedOut, answered with 401. */
export async function actorOf(services: Services, request: FastifyRequest): Promise<Actor> {
  return (await keeperOf(services, request)).actor;
}

/** The same, with whether they keep this installation. @throws SignedOut, answered with 401; PasswordDue, with 403. */
export async function keeperOf(services: Services, request: FastifyRequest): Promise<Keeper> {
  const known = await knownOf(services, request);
  if (known.mustChange) throw new PasswordDue('a password that was handed out opens nothing');
  return known.keeper;
}

/** The same for the one door that is open before the first password is changed: changing it. @throws SignedOut. */
export async function keeperBeforeChange(services: Services, request: FastifyRequest): Promise<Keeper> {
  return (await knownOf(services, request)).keeper;
}

async function knownOf(services: Services, request: FastifyRequest): Promise<Known> {
  const known = await whoAsks(services, request.headers.cookie);
  if (!known) throw new SignedOut('nobody is signed in');
  return known;
}
