import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settled } from '../../operations/imports/outcome.ts';
import { readImport } from '../../operations/imports/view.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { refuseRequest } from '../door/problem-document.ts';
import { sendUnsettled } from '../door/settled.ts';

type Of = FastifyRequest<{ Params: { id: string } }>;

/** Whatever was done is answered with how the import stands now. */
export async function answerImport(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  settled: Settled<unknown>,
): Promise<FastifyReply> {
  return 'done' in settled ? sendImport(services, request as Of, reply) : sendUnsettled(request, reply, settled); // every such route has an id
}

/** How an import stands, for whoever may see it. */
export async function sendImport(services: Services, request: Of, reply: FastifyReply): Promise<FastifyReply> {
  const found = await readImport(services, request.params.id, await actorOf(services, request));
  return found ? reply.code(200).send(found) : refuseRequest(request, reply, 'not-found');
}
