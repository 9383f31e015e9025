import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { canonical } from '@bihuan/core/ledger';
import { keyIn } from '../../keys.ts';
import type { Intent } from '../../operations/dossiers/answer.ts';

/** Every change needs a key made when the form opened, so that a retry answers as the first time did. */
export const IntentHeaders = Type.Object({ 'idempotency-key': Type.String({ format: 'uuid' }) });

const SECRET = 'secretOfIntents';

/** Reads, before the first request, the key without which nobody makes a fingerprint. */
export async function keepIntents(app: FastifyInstance, home: string): Promise<void> {
  app.decorate(SECRET, await keyIn(home, 'intents'));
}

/**
 * The key, and a digest of method, address and body: the same key for something else is refused. The digest stays in the database
 * as long as the dossier, so it is made under a key that is not there: else a number out of the body, of which all the rest is
 * known, could be found by trying.
 */
export function intentOf(request: FastifyRequest): Intent {
  const key = String(request.headers['idempotency-key']);
  const asked = canonical([request.method, request.url, request.body ?? null]);
  const secret = request.server.getDecorator<string>(SECRET);
  return { key, fingerprint: createHmac('sm3', secret).update(asked).digest('hex') };
}
