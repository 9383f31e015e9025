import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readPicture } from '../../operations/imports/read-picture.ts';
import type { Services } from '../../services.ts';
import { Id } from '../contract/named.ts';
import { actorOf } from '../door/actor.ts';
import { attachment } from '../door/attachment.ts';
import { refuseRequest } from '../door/problem-document.ts';

/** A picture by its cell, `3-8`; `3-8-2`: the second one there. */
const PictureParams = Type.Object({ id: Id, picture: Type.String({ pattern: '^\\d{1,7}(-\\d{1,5}){1,2}$' }) });

/** Pictures of a workbook, while it is looked at. */
export const importPictureRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/imports/:id/pictures/:picture',
      { schema: { operationId: 'readImportPicture', params: PictureParams } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { id, picture } = request.params;
        const found = await readPicture(services, id, picture, by);
        if (!found) return refuseRequest(request, reply, 'not-found');
        return reply
          .header('content-disposition', attachment(found.name))
          .header('content-security-policy', "sandbox; default-src 'none'")
          .header('cache-control', 'no-store')
          .type(found.mediaType)
          .send(found.bytes);
      },
    );
  };
