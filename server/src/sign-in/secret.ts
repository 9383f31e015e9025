import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../trouble.ts';

/**
 * The key that signs session cookies: 32 random bytes in `<home>/keys/sign-in.key`, readable by this account only.
 * Made at the first start. It stands outside the database, so a copy of the tables signs nobody in.
 */
export async function signInSecret(home: string): Promise<string> {
  const file = path.join(home, 'keys/sign-in.key');
  return (await read(file)) ?? (await make(file));
}

async function read(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function make(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(draft, file); // whole or not at all; two that start together agree on the first
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(file, 'utf8')).trim();
}
