import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { importErrors } from '../../operations/imports/errors.ts';
import { readImportLines } from '../../operations/imports/lines.ts';
import { emptyList } from '../../operations/imports/template.ts';
import { readImports } from '../../operations/imports/view.ts';
import type { Services } from '../../services.ts';
import { attachment } from '../door/attachment.ts';
import { actorOf } from '../door/actor.ts';
import { ImportLines, ImportPage, ImportPile, ImportView } from '../contract/import.ts';
import { Id, ref, Words } from '../contract/named.ts';
import { sendImport } from './import-answer.ts';
import { refuseRequest } from '../door/problem-document.ts';
import { sendUnsettled } from '../door/settled.ts';

const Params = Type.Object({ id: Id });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Page = Type.Object({
  pile: ImportPile,
  after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});

/** The imports of one's unit, one of them, its rows pile by pile, and the workbook that marks what did not come in. */
export const importReadingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/imports',
      {
        schema: {
          operationId: 'listImports',
          querystring: Type.Object({ after: Type.Optional(Words(100)), kind: Type.Optional(Words(40)) }),
          response: { 200: ref(ImportPage) },
        },
      },
      async (request) => readImports(services, await actorOf(services, request), request.query),
    );

    app.get('/imports/template.xlsx', { schema: { operationId: 'readImportTemplate' } }, async (request, reply) => {
      await actorOf(services, request);
      return reply
        .header('content-disposition', attachment('问题清单.xlsx'))
        .type(XLSX)
        .send(await emptyList());
    });

    app.get(
      '/imports/:id',
      { schema: { operationId: 'readImport', params: Params, response: { 200: ref(ImportView) } } },
      async (request, reply) => await sendImport(services, request, reply),
    );

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
        const { pile, after = 0, size = 50 } = request.query;
        const by = await actorOf(services, request);
        const lines = await readImportLines(services, request.params.id, pile, after, size, by);
        return lines ?? refuseRequest(request, reply, 'not-found');
      },
    );

    app.get(
      '/imports/:id/errors.xlsx',
      { schema: { operationId: 'readImportErrors', params: Params } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        return sendMarked(request, reply, await importErrors(services, request.params.id, by));
      },
    );
  };

/** The workbook that came, with what is wrong written beside each row. */
function sendMarked(request: FastifyRequest, reply: FastifyReply, marked: Awaited<ReturnType<typeof importErrors>>) {
  if (!('done' in marked)) return sendUnsettled(request, reply, marked);
  const { name, bytes } = marked.done;
  return reply
    .header('content-disposition', attachment(name))
    .header('cache-control', 'no-store')
    .type(XLSX)
    .send(bytes);
}
