import { PassThrough } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { emptySheet, exportCases, kindToExport } from '../../operations/cases/export.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { asked } from './case-query.ts';
import { CaseQuery } from '../contract/case-asks.ts';
import { Words } from '../contract/named.ts';
import { refuseRequest } from '../door/problem-document.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** A list of one kind as a workbook, the same query and so the same rows as on the screen; and an empty one to fill in. */
export const caseWorkbookRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cases/export',
      { config: { load: 'export' }, schema: { operationId: 'exportCases', querystring: CaseQuery } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const query = asked(request.query);
        const kind = kindToExport(services, query.kind ?? '', by);
        if (!kind) return refuseRequest(request, reply, 'not-found');
        const stream = new PassThrough();
        exportCases(services, kind, query, by, stream).catch((error: unknown) => {
          request.log.error({ err: error }, 'export broke off');
          stream.destroy(error instanceof Error ? error : undefined); // the reader gets a broken download, never half a file that looks whole
        });
        const name = `${kind.title.zh}-${services.today()}.xlsx`;
        return reply.header('content-disposition', attachment(name)).type(XLSX).send(stream);
      },
    );

    app.get(
      '/kinds/:kind/template',
      { schema: { operationId: 'readKindTemplate', params: Type.Object({ kind: Words(40) }) } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const kind = kindToExport(services, request.params.kind, by);
        if (!kind) return refuseRequest(request, reply, 'not-found');
        const bytes = await emptySheet(services, kind);
        return reply
          .header('content-disposition', attachment(`${kind.title.zh}.xlsx`))
          .type(XLSX)
          .send(bytes);
      },
    );
  };
