import { PassThrough } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { exportRegister } from '../../operations/problems/export-register.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { ExportQuery } from '../contract/problem.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The register as a workbook: the same query as the list, and so the same rows as the screen, with the columns chosen there. */
export const exportRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/problems.xlsx',
      { config: { load: 'export' }, schema: { operationId: 'exportProblems', querystring: ExportQuery } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const stream = new PassThrough();
        exportRegister(services, request.query, by, stream).catch((error: unknown) => {
          request.log.error({ err: error }, 'export broke off');
          stream.destroy(error instanceof Error ? error : undefined); // the reader gets a broken download, never half a file that looks whole
        });
        const name = encodeURIComponent(`问题台账-${services.today()}.xlsx`);
        return reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`).type(XLSX).send(stream);
      },
    );
  };
