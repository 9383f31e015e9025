import type { Readable } from 'node:stream';
import type { FastifyError } from 'fastify';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { LIMITS } from '../../files/limits.ts';
import { SheetTooHeavy } from '../../operations/imports/read-now.ts';
import { readTable, writeTable } from '../../operations/imports/table.ts';
import type { Services } from '../../services.ts';
import { ref, Words } from '../contract/named.ts';
import { TableRead, TableRows } from '../contract/table.ts';
import { takeBytes } from '../door/bytes.ts';
import { attachment } from '../door/attachment.ts';
import { actorOf } from '../door/actor.ts';
import { answerError, refuseRequest } from '../door/problem-document.ts';
import { sendFileRefusal, sendUnsettled } from '../door/settled.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const Params = Type.Object({ kind: Words(40), field: Words(40) });
const Edition = Type.Optional(Words(80));
// above the limit of a workbook, so that the refusal can say what to do
const BODY = LIMITS.fileBytes + 1024 * 1024;

/** A table of a form, from a workbook and as one: read for the form and given back, nothing stored. */
export const tableWorkbookRoutes =
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
      '/kinds/:kind/tables/:field/read',
      {
        bodyLimit: BODY,
        schema: {
          operationId: 'readTable',
          consumes: ['application/octet-stream'],
          params: Params,
          querystring: Type.Object({ name: Words(200), edition: Edition }),
          response: { 200: ref(TableRead) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { name, edition } = request.query;
        const source = request.body as Readable; // what the parser above passed on
        const at = { ...request.params, ...(edition === undefined ? {} : { edition }) };
        const read = await readTable(services, at, { name, source }, by);
        if ('missing' in read) return refuseRequest(request, reply, 'not-found');
        return 'file' in read ? sendFileRefusal(request, reply, read.file) : read.done;
      },
    );

    app.post(
      '/kinds/:kind/tables/:field/workbook',
      {
        schema: {
          operationId: 'writeTable',
          params: Params,
          querystring: Type.Object({ edition: Edition }),
          body: ref(TableRows),
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { edition } = request.query;
        const at = { ...request.params, ...(edition === undefined ? {} : { edition }) };
        const written = await writeTable(services, at, request.body.values, by);
        if (!('done' in written)) return sendUnsettled(request, reply, written);
        const { name, bytes } = written.done;
        return reply
          .header('content-disposition', attachment(name))
          .header('cache-control', 'no-store')
          .type(XLSX)
          .send(bytes);
      },
    );
  };
