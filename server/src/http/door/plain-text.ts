import type { FastifyInstance } from 'fastify';
import { withoutMarks } from '../../files/plain-name.ts';
import { problemDocument, PROTOCOL, sendProblem } from './problem-document.ts';

/**
 * Refuses a NUL, which PostgreSQL does not keep, and half a character, which nobody can read back: anywhere in body or
 * address, names of fields included. Before the shape is looked at, so that every door has it alike.
 */
export function refuseUnreadableText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request, reply) => {
    const parts = { params: request.params, querystring: request.query, body: plain(request.body) };
    const at = unreadableIn(parts, '');
    if (at === null) return;
    const message = '含有无法保存的字符，请删除后重新输入';
    const errors = [{ at, message, messageEn: 'must not contain characters that cannot be kept' }];
    return sendProblem(
      reply,
      problemDocument(request, 'invalid-input', PROTOCOL['invalid-input'], { detail: message, errors }),
    );
  });
}

/**
 * Marks of direction never leave in an answer, whatever was stored: a name reads on every screen as it is written. The record
 * keeps its bytes; what is exported of it is not touched.
 */
export function leaveOutMarks(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply, payload) =>
    typeof payload === 'string' && /json/.test(String(reply.getHeader('content-type') ?? ''))
      ? withoutMarks(payload)
      : payload,
  );
}

/** What JSON can say; the bytes of a file are nobody's words. */
const plain = (body: unknown): unknown =>
  Array.isArray(body) || Object.getPrototypeOf(body ?? 0) === Object.prototype ? body : null;

/** The first place with such a text, or null. Goes level by level: a deep document costs no more than a wide one. */
function unreadableIn(value: unknown, path: string): string | null {
  const level: { readonly value: unknown; readonly path: string }[] = [{ value, path }];
  for (const { value: each, path: at } of level) {
    if (typeof each === 'string' && !isReadable(each)) return at;
    if (typeof each !== 'object' || each === null) continue;
    for (const [name, part] of Object.entries(each)) {
      const below = at === '' ? name : `${at}/${name}`;
      if (!isReadable(name)) return at;
      level.push({ value: part, path: below });
    }
  }
  return null;
}

const isReadable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
