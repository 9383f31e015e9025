import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { canonical } from '@bihuan/core/ledger';
import type { Intent } from '../../operations/dossiers/answer.ts';
import { sm3 } from '../../sm3.ts';

/** Every change needs a key made when the form opened, so that a retry answers as the first time did. */
export const IntentHeaders = Type.Object({ 'idempotency-key': Type.String({ format: 'uuid' }) });

/** The key, and a digest of method, address and body: the same key for something else is refused. */
export function intentOf(request: FastifyRequest): Intent {
  const key = String(request.headers['idempotency-key']);
  return { key, fingerprint: sm3(canonical([request.method, request.url, request.body ?? null])) };
}
