import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { unknownDossier } from '../../operations/dossiers/command-dossier.ts';
import { alikeTo, alikeToDossier } from '../../operations/problems/alike.ts';
import type { Services } from '../../services.ts';
import { AlikeList, AlikeQuery } from '../contract/alike.ts';
import { Id, ref } from '../contract/named.ts';
import { actorOf } from '../door/actor.ts';
import { sendRefusal } from '../door/refusal.ts';

/** Likely doubles: of what is being written down, and of a problem that stands in the register. */
export const alikeRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/problems/alike',
      { schema: { operationId: 'listAlike', querystring: AlikeQuery, response: { 200: ref(AlikeList) } } },
      async (request) => ({ rows: await alikeTo(services, request.query, await actorOf(services, request)) }),
    );

    app.get(
      '/problems/:id/alike',
      {
        schema: {
          operationId: 'listAlikeOf',
          params: Type.Object({ id: Id }),
          response: { 200: ref(AlikeList) },
        },
      },
      async (request, reply) => {
        const rows = await alikeToDossier(services, request.params.id, await actorOf(services, request));
        return rows ? { rows } : sendRefusal(request, reply, unknownDossier);
      },
    );
  };
