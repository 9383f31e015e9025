import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRead } from './limits.ts';
import { refuseRequest } from './problem-document.ts';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Refuses changes that another site's page sends with this site's cookie. Browsers say where a request comes from;
 * programs without a page say nothing and carry no cookie by accident.
 * @param origin public address of this installation, or null: then the address that was asked must be the page's own
 */
export function refuseOtherSites(app: FastifyInstance, origin: string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isRead(request.method) || isOwn(request, origin)) return;
    return refuseRequest(request, reply, 'forbidden', '请求来自其他网站，已拒绝。');
  });
}

function isOwn({ headers }: FastifyRequest, origin: string | null): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const from = headers.origin;
  if (from === undefined) return true;
  if (origin !== null && from === origin) return true;
  return URL.canParse(from) && new URL(from).host === headers.host;
}

/** Asked from this machine, by its own name: a page of elsewhere that resolves its name to 127.0.0.1 is not. */
export function fromThisMachine({ ip, headers }: FastifyRequest): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  return LOOPBACK_ADDRESSES.has(ip) && LOOPBACK_NAMES.has(name);
}
