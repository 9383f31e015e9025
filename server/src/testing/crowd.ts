import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { HEALTH } from '../http/door/limits.ts';
import { refuseRequest } from '../http/door/problem-document.ts';

/** What a slow client says before it falls silent. */
export const SLOW_CLIENTS = {
  nothing: '',
  'half of its headers': 'GET /api/session HTTP/1.1\r\nhost: x\r\n',
  'no body after its headers':
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
} as const;

/** So many connections that say this and no more. @returns them, each connected, whether or not it still is */
export async function crowd(app: FastifyInstance, count: number, says: string): Promise<readonly Socket[]> {
  const { port } = app.server.address() as AddressInfo; // listens on TCP
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await Promise.all(
    sockets.map(async (socket) => {
      await once(socket, 'connect').catch(() => {}); // refused at once: that is an answer too
      socket.write(says);
      socket.resume();
    }),
  );
  return sockets;
}

/**
 * The door without what guards it: one number for all requests under way, from their first line on, and one for all connections.
 * What the measures against slow clients and overload are compared with.
 */
export function oneLimitForAll(app: FastifyInstance, most: number): void {
  app.server.maxConnections = 1_000;
  const under = new Set<string>();
  app.addHook('onRequest', async (request, reply) => {
    if (under.size >= most && !HEALTH.includes(request.url)) return refuseRequest(request, reply, 'busy');
    under.add(request.id);
  });
  app.addHook('onResponse', async (request) => void under.delete(request.id));
  app.addHook('onRequestAbort', async (request) => void under.delete(request.id));
}
