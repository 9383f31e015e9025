import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What is shorter fits a packet or two as it is, bytes. */
const SHORTEST = 1_400;
/** Texts; workbooks and pictures are small already. */
const TEXT = /^(application\/([\w.-]+\+)?json|text\/)/;

const byBrotli = promisify(brotliCompress);
const byGzip = promisify(gzip);

/** As quick as gzip and a sixth smaller: an answer is made once and read once, unlike the page, which the build compresses. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Answers of the API travel compressed where the client takes it. Only answers to a GET that another site's page did not send: the
 * length of an answer tells what is in it, to whoever can have it asked again and again with words of his own in it. Passwords,
 * codes and what is shown plain of people are answers to a POST and stay as they are.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!mayShrink(request, reply)) return payload;
    vary(reply);
    if (typeof payload !== 'string' || Buffer.byteLength(payload) < SHORTEST) return payload;
    const how = encodingFor(request.headers['accept-encoding']);
    if (how === null) return payload;
    reply.header('content-encoding', how).removeHeader('content-length');
    return how === 'br' ? byBrotli(payload, QUICK) : byGzip(payload);
  });
}

function mayShrink(request: FastifyRequest, reply: FastifyReply): boolean {
  return (
    request.method === 'GET' &&
    request.headers['sec-fetch-site'] !== 'cross-site' &&
    reply.getHeader('content-encoding') === undefined &&
    TEXT.test(String(reply.getHeader('content-type') ?? ''))
  );
}

/** A cache between us and the reader keeps one answer for each way of asking. */
function vary(reply: FastifyReply): void {
  const present = String(reply.getHeader('vary') ?? '');
  if (!/(^|,)\s*(\*|accept-encoding)\s*(,|$)/i.test(present))
    reply.header('vary', present === '' ? 'Accept-Encoding' : `${present}, Accept-Encoding`);
}

/** The best of what the client takes, or null for the answer as it is. @param accepted the header `Accept-Encoding` */
export function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | null {
  const weights = new Map(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.trim().split(/\s*;\s*/))
      .map(([name = '', ...rest]) => [name, Number(/^q=([\d.]+)$/.exec(rest[0] ?? '')?.[1] ?? 1)]),
  );
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  if (weightOf('br') > 0 && weightOf('br') >= weightOf('gzip')) return 'br';
  return weightOf('gzip') > 0 ? 'gzip' : null;
}
