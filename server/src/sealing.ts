import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { crypto } from './sm3.ts';

/** The first byte says how: another algorithm takes another number, and what was sealed before still opens. */
const AES_256_GCM = 1;
const SALT = 16;
const NONCE = 12;
const TAG = 16;

/** Sealed bytes, and the salted digest by which the record names the value without saying anything of it. */
export type Sealed = { readonly id: string; readonly sealed: Buffer };

/**
 * Encrypts a text with AES-256-GCM under a key of 32 bytes in base64url. `place` says where it belongs, and its id with it: it
 * opens nowhere else, so nobody gives one person's words to another by moving a row.
 */
export const seal = (secret: string, place: string, text: string): Sealed =>
  closed(secret, place, Buffer.concat([randomBytes(SALT), Buffer.from(text, 'utf8')]));

/** The text again; null when it was changed, belongs elsewhere, is not what its id was made of, or another key sealed it. */
export const unseal = (secret: string, place: string, one: Sealed): string | null =>
  saltedIn(secret, place, one)?.subarray(SALT).toString('utf8') ?? null;

/** The same value under another key: its id stays, for it is made of the value and its salt. Null where it does not open. */
export function reseal(before: string, now: string, place: string, one: Sealed): Sealed | null {
  const salted = saltedIn(before, place, one);
  return salted && closed(now, place, salted);
}

function closed(secret: string, place: string, salted: Buffer): Sealed {
  const id = idOf(salted);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(`${place}/${id}`));
  const hidden = Buffer.concat([cipher.update(salted), cipher.final()]);
  return { id, sealed: Buffer.concat([Buffer.of(AES_256_GCM), nonce, cipher.getAuthTag(), hidden]) };
}

function saltedIn(secret: string, place: string, { id, sealed }: Sealed): Buffer | null {
  if (sealed[0] !== AES_256_GCM || sealed.length < 1 + NONCE + TAG + SALT) return null;
  const [nonce, tag] = [sealed.subarray(1, 1 + NONCE), sealed.subarray(1 + NONCE, 1 + NONCE + TAG)];
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(`${place}/${id}`));
  decipher.setAuthTag(tag);
  try {
    const salted = Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]);
    return idOf(salted) === id ? salted : null;
  } catch {
    return null; // Node says no more than that it does not authenticate
  }
}

const keyOf = (secret: string): Buffer => Buffer.from(secret, 'base64url');
const idOf = (salted: Uint8Array): string => Buffer.from(crypto.hash(salted)).toString('hex');
