import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { Trouble } from '../trouble.ts';
import { bytesOf } from './bytes.ts';
import {
  freshDerivation,
  isDerivation,
  keysOf,
  proofOf,
  proves,
  type Derivation,
  type Keys,
  type Secret,
} from './secret.ts';

/** Bytes sealed at a time; the last piece may be shorter. */
export const PIECE = 256 * 1024;
const TAG = 16;
const FIRST = 'BIHUAN-BACKUP ';
/** The longest head that is read, bytes. */
const LONGEST_HEAD = 4_096;

type Head = { readonly format: 1; readonly cipher: 'AES-256-GCM'; readonly piece: number; readonly keys: Derivation };

/**
 * The bytes sealed in pieces, each with AES-256-GCM under its number and a mark on the last, after a line that says how the keys
 * are made. A piece that was changed, moved, left out or comes from another archive does not open, and an archive without its
 * last piece is not one that ended. @throws Trouble for a passphrase that is too short
 */
export async function* sealed(source: AsyncIterable<Uint8Array>, secret: Secret): AsyncGenerator<Buffer> {
  const how = freshDerivation(secret);
  const head = JSON.stringify({ format: 1, cipher: 'AES-256-GCM', piece: PIECE, keys: how } satisfies Head);
  const keys = await keysOf(secret, how);
  yield Buffer.from(`${FIRST}${head} ${proofOf(keys, head)}\n`);
  const bytes = bytesOf(source);
  let piece = await bytes.upTo(PIECE);
  for (let number = 0; ; number += 1) {
    const next = await bytes.upTo(PIECE);
    const place = placeOf(head, number, next.length === 0);
    const cipher = createCipheriv('aes-256-gcm', keys.sealing, place.nonce, { authTagLength: TAG });
    cipher.setAAD(place.head);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    if (next.length === 0) return;
    piece = next;
  }
}

/**
 * What was sealed, piece by piece; nothing is handed on that did not prove genuine.
 * @throws Trouble saying whether the secret is another one, the archive was cut, or it was changed
 */
export async function* unsealed(source: AsyncIterable<Uint8Array>, secret: Secret): AsyncGenerator<Buffer> {
  const bytes = bytesOf(source);
  const { head, proof, how } = headOf(await bytes.line(LONGEST_HEAD));
  const keys = await keysOf(secret, how);
  if (!proves(keys, head, proof)) throw WRONG_KEY();
  let piece = await bytes.upTo(PIECE + TAG);
  for (let number = 0; ; number += 1) {
    const next = await bytes.upTo(PIECE + TAG);
    const isLast = next.length === 0;
    const open = (last: boolean): Buffer | null => opened(piece, keys, placeOf(head, number, last));
    const plain = open(isLast);
    if (plain === null) throw isLast && (piece.length === 0 || open(false) !== null) ? CUT() : CHANGED(number, isLast);
    yield plain;
    if (isLast) return;
    piece = next;
  }
}

type Place = { readonly nonce: Buffer; readonly head: Buffer };

/** Keys are of one archive only, so the number of a piece is nonce enough. */
function placeOf(head: string, number: number, isLast: boolean): Place {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return { nonce, head: createHash('sha256').update(head).digest() };
}

function opened(piece: Buffer, { sealing }: Keys, { nonce, head }: Place): Buffer | null {
  if (piece.length < TAG) return null;
  const cipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG });
  cipher.setAAD(head);
  cipher.setAuthTag(piece.subarray(-TAG));
  try {
    return Buffer.concat([cipher.update(piece.subarray(0, -TAG)), cipher.final()]);
  } catch {
    return null; // Node says no more than that it does not authenticate
  }
}

function headOf(line: string | null): { readonly head: string; readonly proof: string; readonly how: Derivation } {
  const [, head, proof] = /^BIHUAN-BACKUP (\{.*\}) ([\w-]{43})$/.exec(line ?? '') ?? [];
  if (head === undefined || proof === undefined) throw NO_ARCHIVE();
  try {
    const { format, piece, keys } = JSON.parse(head) as Partial<Head>; // proven as soon as there are keys
    if (format === 1 && piece === PIECE && isDerivation(keys)) return { head, proof, how: keys };
  } catch {
    // no JSON: none of ours
  }
  throw NO_ARCHIVE();
}

const NO_ARCHIVE = (): Trouble =>
  new Trouble('这不是本程序的备份 / this is no backup of this program', '查看文件名 / look at the name of the file');
const WRONG_KEY = (): Trouble =>
  new Trouble(
    '密钥或口令不对，或备份的开头被改动 / the key or passphrase is another one, or the head of the backup was changed',
    '用备份时所用的那一个 / take the one it was written with',
  );
const CUT = (): Trouble =>
  new Trouble(
    '备份不完整，后面缺了一段 / the backup was cut off before its end',
    '换一份完整的 / take one that is whole',
  );
const CHANGED = (number: number, isLast: boolean): Trouble =>
  new Trouble(
    `备份被改动、调换${isLast ? '或截断' : ''}：第 ${number + 1} 段 / piece ${number + 1} of the backup was changed, moved${isLast ? ' or cut' : ''}`,
    '换一份 / take another one',
  );
