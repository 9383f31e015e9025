import type { FastifyRequest } from 'fastify';
import type { Actor } from '@bihuan/core/access';
import type { Keeper } from '@bihuan/core/person';
import { whoAsks } from '../../operations/people/session.ts';
import type { Services } from '../../services.ts';

/** Nobody is signed in; the last handler answers 401. */
class SignedOut extends Error {
  override readonly name = 'SignedOut';
  readonly statusCode = 401;
}

/** Who asks, with the posts in force today. @throws SignedOut, answered with 401. */
export async function actorOf(services: Services, request: FastifyRequest): Promise<Actor> {
  return (await keeperOf(services, request)).actor;
}

/** The same, with whether they keep this installation. @throws SignedOut, answered with 401. */
export async function keeperOf(services: Services, request: FastifyRequest): Promise<Keeper> {
  const known = await whoAsks(services, request.headers.cookie);
  if (!known) throw new SignedOut('nobody is signed in');
  return known.keeper;
}
