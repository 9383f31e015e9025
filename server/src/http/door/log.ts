import { fastify, type FastifyBaseLogger, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { codeOf } from '../../trouble.ts';
import { HEALTH } from './limits.ts';

/** Where log lines go (standard output by default) and from which level on. */
export type Log = { readonly level: string; readonly stream?: { write: (line: string) => void } };

/**
 * Lines of JSON for operators. No body, no query, no address of the caller and no identifiers of dossiers: the route's
 * pattern says which door, the request id says which request. An error's own message may quote a person's words
 * (PostgreSQL puts values into `detail`), so of database errors only code and place are written.
 */
export function logger({ level, stream = process.stdout }: Log): NonNullable<FastifyServerOptions['logger']> {
  return { level, stream, base: null, serializers: { err: describeError, req: ({ id }: { id: string }) => ({ id }) } };
}

/** The same lines for a process that answers no requests. */
export const openLog = (log: Log): FastifyBaseLogger => fastify({ logger: logger(log) }).log;

type ErrorLine = { type: string; message: string; stack: string; [key: string]: string };

function describeError(error: Error): ErrorLine {
  const code = codeOf(error);
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
  const place = ['table', 'constraint', 'column'].flatMap((key) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  const isDatabase = /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    code,
    ...Object.fromEntries(place),
    message: isDatabase ? '' : error.message,
    stack: frames,
  };
}

/** One line a request, when it is answered. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    if (HEALTH.includes(route)) return;
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}
