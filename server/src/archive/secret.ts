import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { codeOf, Trouble } from '../trouble.ts';

/** What locks an archive: 32 bytes of a key file, or words that somebody remembers. */
export type Secret = { readonly key: Buffer } | { readonly passphrase: string };

/** How the keys of one archive are made of its secret. Stands in its head, so that they can be made again. */
export type Derivation =
  | { readonly name: 'HKDF-SHA256'; readonly salt: string }
  | { readonly name: 'scrypt'; readonly salt: string; readonly N: number; readonly r: number; readonly p: number };

/** One seals the pieces, the other tells a wrong secret from a damaged archive. */
export type Keys = { readonly sealing: Buffer; readonly checking: Buffer };

/** 128 MiB and a fifth of a second for each guess at a passphrase. */
const COST = { N: 131_072, r: 8, p: 1 };
/** The head is read before anything is known to be genuine: it may not ask for more than this. */
const MOST = { N: 1_048_576, r: 16, p: 4 };
/** The fewest characters of a passphrase. */
const SHORTEST = 12;

/** A fresh derivation for a new archive: no two have the same keys, whatever their secret. @throws Trouble for a short passphrase */
export function freshDerivation(secret: Secret): Derivation {
  const salt = randomBytes(32).toString('base64url');
  if ('key' in secret) return { name: 'HKDF-SHA256', salt };
  if (secret.passphrase.length >= SHORTEST) return { name: 'scrypt', salt, ...COST };
  throw new Trouble(
    `口令太短 / the passphrase is too short`,
    `至少 ${SHORTEST} 个字符 / at least ${SHORTEST} characters`,
  );
}

/** Whether what stands in the head of an archive says how keys are made: anybody may have written it. */
export function isDerivation(said: unknown): said is Derivation {
  if (typeof said !== 'object' || said === null) return false;
  const { name, salt, N, r, p } = said as Readonly<Record<string, unknown>>; // any object may be asked
  if (typeof salt !== 'string') return false;
  const cost = [N, r, p].every((number) => Number.isSafeInteger(number) && Number(number) > 0);
  return name === 'HKDF-SHA256' || (name === 'scrypt' && cost && Number.isInteger(Math.log2(Number(N))));
}

/** @throws Trouble where the archive was locked the other way, or its head asks for more work than any of ours does */
export async function keysOf(secret: Secret, how: Derivation): Promise<Keys> {
  if ('key' in secret !== (how.name === 'HKDF-SHA256'))
    throw new Trouble(
      '上锁的方式不同 / the archive was locked the other way',
      how.name === 'scrypt'
        ? '用口令打开 / open it with --passphrase'
        : '用密钥文件打开 / open it with --key-file FILE',
    );
  const both =
    'key' in secret
      ? Buffer.from(hkdfSync('sha256', secret.key, Buffer.from(how.salt, 'base64url'), 'bihuan backup', 64))
      : await stretched(secret.passphrase, how);
  return { sealing: both.subarray(0, 32), checking: both.subarray(32) };
}

/** Proves that whoever has these keys wrote this head. */
export const proofOf = ({ checking }: Keys, head: string): string =>
  createHmac('sha256', checking).update(head).digest('base64url');

/** Whether the proof is of this head under these keys. */
export function proves(keys: Keys, head: string, proof: string): boolean {
  const [own, given] = [Buffer.from(proofOf(keys, head)), Buffer.from(proof)];
  return own.length === given.length && timingSafeEqual(own, given);
}

function stretched(passphrase: string, how: Derivation): Promise<Buffer> {
  const { N, r, p } = how.name === 'scrypt' ? how : COST;
  if (!(N <= MOST.N && r <= MOST.r && p <= MOST.p))
    throw new Trouble('存档的开头不对 / the head of the archive is not one of ours', '换一份 / take another');
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // typed on any keyboard, a passphrase is the same characters
    scrypt(passphrase.normalize('NFKC'), Buffer.from(how.salt, 'base64url'), 64, options, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    );
  });
}

/** 32 random bytes as a line of base64url, readable by this account only. @throws Trouble where the file is there already */
export async function makeKeyFile(file: string): Promise<void> {
  try {
    await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new Trouble(
      `密钥文件未能写入 / the key file was not written: ${file} (${codeOf(error)})`,
      '换一个文件名，旧密钥不可覆盖 / choose another name: a key is never written over',
    );
  }
}

/** @throws Trouble where there is no such file or it holds something else */
export async function readKeyFile(file: string): Promise<Secret> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Trouble(
      `密钥文件读不了 / the key file cannot be read: ${file} (${codeOf(error)})`,
      '新建 / make one: bihuan backup --new-key FILE',
    );
  });
  const key = Buffer.from(text.trim(), 'base64');
  if (/^[\w+/=-]{43,44}$/.test(text.trim()) && key.length === 32) return { key };
  throw new Trouble(
    `这不是密钥文件 / this is no key file: ${file}`,
    '应为一行 32 字节的 base64 / it holds 32 bytes as a line of base64: bihuan backup --new-key FILE',
  );
}
