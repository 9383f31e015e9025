import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { troubleOf, type Watched } from './trouble.ts';
import { tryWrite } from '../../store/database/database.ts';

/** Whether new work is wanted. Turned off before the doors close, so that a balancer sends work elsewhere in time. */
export type Readiness = { accepting: boolean };

/** `/livez`: the process answers. `/readyz`: it could write a row now (one is written and rolled back), the clock is believed, the reserve of the disk is whole. */
export function healthRoutes(
  app: FastifyInstance,
  { db }: Pick<Services, 'db'>,
  readiness: Readiness,
  watched: Watched,
): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    if (!readiness.accepting) return reply.code(503).send({ status: 'stopping' });
    const trouble = await troubleOf(watched);
    if (trouble !== null) return reply.code(503).send({ status: trouble });
    try {
      await tryWrite(db);
      return { status: 'ok' };
    } catch (error) {
      request.log.error({ err: error }, 'not ready');
      return reply.code(503).send({ status: 'no-database' });
    }
  });
}
