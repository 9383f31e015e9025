import type { FastifyError } from 'fastify';
import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { LIMITS } from '../../files/limits.ts';
import { receiveImport } from '../../operations/imports/receive.ts';
import { SheetTooHeavy } from '../../operations/imports/read-now.ts';
import type { Services } from '../../services.ts';
import { takeBytes } from '../door/bytes.ts';
import { actorOf } from '../door/actor.ts';
import { Id, Words } from '../contract/named.ts';
import { importPictureRoutes } from './import-pictures.ts';
import { importReadingRoutes } from './import-reading.ts';
import { importSettlingRoutes } from './import-settling.ts';
import { IntentHeaders } from '../door/intent.ts';
import { answerError } from '../door/problem-document.ts';
import { sendFileRefusal, sendUnsettled } from '../door/settled.ts';

// above the limit of a workbook, so that the refusal can say what to do
const BODY = LIMITS.fileBytes + 1024 * 1024;

/** Workbooks on their way into the register: received, understood, decided about, brought in, undone. */
export const importRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.addHook('onRoute', (route) => void (route.config = { ...route.config, load: 'workbook' }));
    takeBytes(app);
    app.setErrorHandler<FastifyError>((error, request, reply) =>
      error instanceof SheetTooHeavy
        ? sendFileRefusal(request, reply, error.refused)
        : answerError(error, request, reply),
    );
    app.post(
      '/imports',
      {
        bodyLimit: BODY,
        schema: {
          operationId: 'receiveImport',
          consumes: ['application/octet-stream'],
          headers: IntentHeaders,
          querystring: Type.Object({
            name: Words(200),
            /** The kind that its rows become; absent: problems. */
            kind: Type.Optional(Words(40)),
          }),
          response: { 201: Type.Object({ id: Id }) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const body = request.body as Readable; // what the parser above passed on
        const { name, kind = null } = request.query;
        const intent = request.headers['idempotency-key'];
        const received = await receiveImport(services, name, body, by, { intent, kind });
        return 'done' in received ? reply.code(201).send(received.done) : sendUnsettled(request, reply, received);
      },
    );

    await app.register(importReadingRoutes(services));
    await app.register(importPictureRoutes(services));
    await app.register(importSettlingRoutes(services));
  };
