import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { refuseRequest } from './problem-document.ts';

/** A slow or greedy client costs itself, not the office. Uploads set their own `bodyLimit` per route. */
export const LIMITS = {
  bodyLimit: 256 * 1024,
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 60_000,
  routerOptions: { maxParamLength: 200 },
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16 * 1024 },
} as const satisfies FastifyHttpOptions<Server>;

const MAX_CONNECTIONS = 1_000;

/** Ten sessions work; behind each a short queue. What comes on top is told to come again rather than to wait in vain. */
const MOST_AT_ONCE = 200;

/** Always answered: a busy process is not a dead one. */
export const HEALTH: readonly string[] = ['/livez', '/readyz'];

/** Refuses with 503 what arrives while `most` requests are under way. */
export function limitLoad(app: FastifyInstance, most = MOST_AT_ONCE): void {
  app.server.maxConnections = MAX_CONNECTIONS;
  const under = new Set<string>();
  app.addHook('onRequest', async (request, reply) => {
    if (under.size >= most && !HEALTH.includes(request.url)) return refuseRequest(request, reply, 'busy');
    under.add(request.id);
  });
  app.addHook('onResponse', async (request) => void under.delete(request.id));
  app.addHook('onRequestAbort', async (request) => void under.delete(request.id));
}
