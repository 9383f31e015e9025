import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { withScans } from '../../operations/dossiers/asks.ts';
import { commandEdition } from '../../operations/editions/editions.ts';
import { readEdition, readEditions } from '../../operations/editions/read-editions.ts';
import { noteOpened } from '../../operations/desk/read-workbench.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { EditionCommand, EditionDone, EditionList, EditionView, FormEdition } from '../contract/edition.ts';
import { Id, ref } from '../contract/named.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { sendAnswer, sendRefusal } from '../door/refusal.ts';

const Params = Type.Object({ id: Id });

/** Editions of 一张表: formed, frozen, agreed to as a whole (一(二).2). */
export const editionRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/editions',
      { schema: { operationId: 'listEditions', response: { 200: ref(EditionList) } } },
      async (request) => {
        return readEditions(services, await actorOf(services, request));
      },
    );

    app.get(
      '/editions/:id',
      { schema: { operationId: 'readEdition', params: Params, response: { 200: ref(EditionView) } } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const edition = await readEdition(services, request.params.id, by);
        if (!edition)
          return sendRefusal(request, reply, {
            code: 'not-allowed',
            obstacle: { code: 'unknown-dossier' },
            clause: null,
          });
        await noteOpened(services, request.params.id, by);
        return edition;
      },
    );

    await app.register(actingRoutes(services));
  };

const actingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/editions',
      {
        schema: {
          operationId: 'formEdition',
          headers: IntentHeaders,
          body: ref(FormEdition),
          response: { 201: ref(EditionDone) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const asked = {
          ...intentOf(request),
          edition: null,
          version: 0,
          by,
          request: { type: 'FormEdition', ...request.body },
        } as const;
        return sendAnswer(request, reply, await commandEdition(services, asked), 201);
      },
    );

    app.post(
      '/editions/:id/commands',
      {
        schema: {
          operationId: 'commandEdition',
          params: Params,
          headers: IntentHeaders,
          body: ref(EditionCommand),
          response: { 200: ref(EditionDone) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { version, ask } = request.body;
        const filed = await withScans(services, ask, by);
        if ('refused' in filed) return sendRefusal(request, reply, filed.refused);
        const asked = { ...intentOf(request), edition: request.params.id, version, by, request: filed };
        return sendAnswer(request, reply, await commandEdition(services, asked));
      },
    );
  };
