import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { takeBytes } from './bytes.ts';
import { logger } from './log.ts';
import { answerError } from './problem-document.ts';

const FRAMINGS = [
  ['content-length: 4096', '%PDF-1.7'],
  ['content-length: 4096', ''],
  ['transfer-encoding: chunked', '8\r\n%PDF-1.7\r\n'],
  ['transfer-encoding: chunked', '8\r\n%PDF-1.7\r\nzz\r\n'],
] as const;

/** A door that reads all bytes and then fails where `fails`; what it logged when its work ended, and with which status. */
async function sent(framing: string, body: string, fails = false): Promise<{ status: number; logged: string[] }> {
  const logged: string[] = [];
  const app = fastify({ logger: logger({ level: 'error', stream: { write: (line) => void logged.push(line) } }) });
  onTestFinished(async () => app.close());
  const handled = Promise.withResolvers<number>();
  takeBytes(app);
  app.setErrorHandler((error: Parameters<typeof answerError>[0], request, reply) => {
    const answer = answerError(error, request, reply);
    handled.resolve(reply.statusCode);
    return answer;
  });
  app.post<{ Body: NodeJS.ReadableStream }>('/', async ({ body: bytes }) => {
    await text(bytes);
    if (fails) throw new Error('aborted');
    handled.resolve(200);
    return '';
  });
  const { port, hostname } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect({ port: Number(port), host: hostname });
  await once(socket, 'connect');
  socket.on('error', () => {}); // the other side may hang up first
  const head = ['POST / HTTP/1.1', 'host: a', 'connection: close', 'content-type: application/octet-stream', framing];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  return { status: await handled.promise, logged };
}

test.each(FRAMINGS)('a body that breaks off (%s, %j) is neither a bug nor too much load', async (framing, body) => {
  const { status, logged } = await sent(framing, body);

  expect([Math.trunc(status / 100), logged]).toEqual([4, []]);
});

// the control: the same door, whose work fails when all bytes have come
test('a door that fails over a whole body is a bug, and is logged as one', async () => {
  const { status, logged } = await sent('content-length: 8', '%PDF-1.7', true);

  expect(status).toBe(500);
  expect(logged.map((line) => line.includes('"msg":"bug"'))).toEqual([true]);
});
