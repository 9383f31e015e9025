import type { FastifyInstance } from 'fastify';

/**
 * A request may be answered before all of it has arrived: too large, nobody signed in. What is still coming is read and
 * thrown away: a connection closed at once would take the answer with it, and one left alone would hang. Whoever sends
 * without end is cut off by the time limit of a request.
 */
export function readLeftovers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (!request.raw.complete) void reply.removeHeader('connection');
  });
  app.addHook('onResponse', async ({ raw }) => {
    if (!raw.complete) raw.resume();
  });
}
