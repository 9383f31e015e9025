import { createHash } from 'node:crypto';
import type { Crypto } from '@bihuan/core/ledger';

const encoder = new TextEncoder();

/** SM3 (GB/T 32905) from Node's own OpenSSL, and UTF-8. */
export const crypto: Crypto = {
  hash: (bytes) => createHash('sm3').update(bytes).digest(),
  utf8: (text) => encoder.encode(text),
};

/** SM3 of a text, lower-case hex. */
export const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');
