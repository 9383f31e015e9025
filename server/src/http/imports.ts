import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { LIMITS } from '../files/limits.ts';
import { settleImport, type Settling } from '../operations/imports/decide.ts';
import { importErrors } from '../operations/imports/errors.ts';
import { readImportLines } from '../operations/imports/lines.ts';
import type { Settled } from '../operations/imports/outcome.ts';
import { receiveImport } from '../operations/imports/receive.ts';
import { startImport } from '../operations/imports/start.ts';
import { undoImport } from '../operations/imports/undo.ts';
import { SheetTooHeavy } from '../operations/imports/understanding.ts';
import { readImport, readImports } from '../operations/imports/view.ts';
import type { Services } from '../services.ts';
import { actorOf } from './actor.ts';
import {
  ApplyImport,
  ChooseSheet,
  CorrectMapping,
  DecideBlanks,
  DecideImport,
  ImportLines,
  ImportPage,
  ImportPile,
  ImportView,
  UndoImport,
} from './contract/import.ts';
import { Id, ref, Words } from './contract/named.ts';
import { IntentHeaders } from './intent.ts';
import { answerError, refuseRequest } from './problem-document.ts';
import { sendFileRefusal, sendUnsettled } from './settled.ts';

const Params = Type.Object({ id: Id });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
// above the limit of a workbook, so that the refusal can say what to do
const BODY = LIMITS.fileBytes + 1024 * 1024;

/** Workbooks on their way into the register: received, understood, decided about, brought in, undone. */
export const importRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    app.setErrorHandler((error, request, reply) =>
      error instanceof SheetTooHeavy
        ? sendFileRefusal(request, reply, error.refused)
        : answerError(error as Parameters<typeof answerError>[0], request, reply),
    );

    app.post(
      '/imports',
      {
        bodyLimit: BODY,
        schema: {
          operationId: 'receiveImport',
          consumes: ['application/octet-stream'],
          headers: IntentHeaders,
          querystring: Type.Object({ name: Words(200) }),
          response: { 201: Params },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const key = String(request.headers['idempotency-key']);
        const received = await receiveImport(services, request.query.name, request.body as Readable, by, key); // what the parser above passed on
        return 'done' in received ? reply.code(201).send(received.done) : sendUnsettled(request, reply, received);
      },
    );

    app.get(
      '/imports',
      {
        schema: {
          operationId: 'listImports',
          querystring: Type.Object({ after: Type.Optional(Words(100)) }),
          response: { 200: ref(ImportPage) },
        },
      },
      async (request) => {
        return await readImports(services, await actorOf(services, request), request.query.after); // the serializer checks it against the contract
      },
    );

    app.get(
      '/imports/:id',
      { schema: { operationId: 'readImport', params: Params, response: { 200: ref(ImportView) } } },
      async (request, reply) => await view(services, request, reply),
    ); // as above

    const Page = Type.Object({
      pile: ImportPile,
      after: Type.Optional(Type.Integer({ minimum: 0 })),
      size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    });
    app.get(
      '/imports/:id/rows',
      {
        schema: {
          operationId: 'readImportRows',
          params: Params,
          querystring: Page,
          response: { 200: ref(ImportLines) },
        },
      },
      async (request, reply) => {
        const { pile, after, size } = request.query;
        const lines = await readImportLines(
          services,
          request.params.id,
          pile,
          after ?? 0,
          size ?? 50,
          await actorOf(services, request),
        );
        return lines ? (lines as never) : refuseRequest(request, reply, 'not-found'); // as above
      },
    );

    app.get(
      '/imports/:id/errors.xlsx',
      { schema: { operationId: 'readImportErrors', params: Params } },
      async (request, reply) => {
        const marked = await importErrors(services, request.params.id, await actorOf(services, request));
        if (!('done' in marked)) return sendUnsettled(request, reply, marked);
        const { name, bytes } = marked.done;
        return reply
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
          .header('cache-control', 'no-store')
          .type(XLSX)
          .send(bytes);
      },
    );

    const settling = (
      path: string,
      operationId: string,
      body: typeof ChooseSheet | typeof CorrectMapping | typeof DecideBlanks | typeof DecideImport,
    ): void => {
      app.post(
        `/imports/:id/${path}`,
        {
          schema: {
            operationId,
            params: Params,
            headers: IntentHeaders,
            body: ref(body),
            response: { 200: ref(ImportView) },
          },
        },
        async (request, reply) => {
          // one of the bodies that the validator has checked
          return await answer(
            services,
            request,
            reply,
            await settleImport(services, request.params.id, request.body, await actorOf(services, request)),
          ); // as above
        },
      );
    };
    settling('sheet', 'chooseImportSheet', ChooseSheet);
    settling('mapping', 'correctImportMapping', CorrectMapping);
    settling('blanks', 'decideImportBlanks', DecideBlanks);
    settling('decisions', 'decideImport', DecideImport);

    app.post(
      '/imports/:id/apply',
      {
        schema: {
          operationId: 'applyImport',
          params: Params,
          headers: IntentHeaders,
          body: ref(ApplyImport),
          response: { 200: ref(ImportView) },
        },
      },
      async (request, reply) => {
        return await answer(
          services,
          request,
          reply,
          await startImport(
            services,
            request.params.id,
            request.body.skipOpen ?? false,
            await actorOf(services, request),
          ),
        ); // as above
      },
    );

    app.post(
      '/imports/:id/undo',
      {
        schema: {
          operationId: 'undoImport',
          params: Params,
          headers: IntentHeaders,
          body: ref(UndoImport),
          response: { 200: ref(ImportView) },
        },
      },
      async (request, reply) => {
        return await answer(
          services,
          request,
          reply,
          await undoImport(services, request.params.id, request.body.reason, await actorOf(services, request)),
        ); // as above
      },
    );
  };

type Of = FastifyRequest<{ Params: { id: string } }>;

/** Whatever was done is answered with how the import stands now. */
async function answer(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  settled: Settled<unknown>,
): Promise<FastifyReply> {
  return 'done' in settled ? view(services, request as Of, reply) : sendUnsettled(request, reply, settled); // every such route has an id
}

async function view(services: Services, request: Of, reply: FastifyReply): Promise<FastifyReply> {
  const found = await readImport(services, request.params.id, await actorOf(services, request));
  return found ? reply.code(200).send(found) : refuseRequest(request, reply, 'not-found');
}
