import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './problem-document.ts';

const BYTES = 'application/octet-stream';

/**
 * Doors of this room whose schema `consumes` bytes get them as a stream, and nothing else: a body that another parser has read
 * is no stream, and would end as a fault of ours (415 `wrong-type`).
 */
export function takeBytes(app: FastifyInstance): void {
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
  app.addHook('onRequest', async (request, reply) => {
    const { consumes = [] } = (request.routeOptions.schema ?? {}) as { readonly consumes?: readonly string[] }; // as our own doors say it
    const [type] = (request.headers['content-type'] ?? '').split(';');
    if (consumes.includes(BYTES) && type?.trim().toLowerCase() !== BYTES)
      return refuseRequest(request, reply, 'wrong-type');
  });
}
