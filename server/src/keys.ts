import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sm3 } from './sm3.ts';
import { codeOf } from './trouble.ts';

/** What a key is for: it signs session cookies, seals what is kept apart of people, or keeps digests of requests from being guessed. */
export type KeyName = 'sign-in' | 'personal' | 'intents';

/** A key under which personal values are sealed. `id` tells it from others and nothing of it. */
export type PersonalKey = { readonly id: string; readonly secret: string };

const fileOf = (home: string, name: string): string => path.join(home, `keys/${name}.key`);

/**
 * The key of this name: 32 random bytes in `<home>/keys/<name>.key`, base64url, readable by this account only. Made when it is
 * first asked for. It stands outside the database, so a copy of the tables signs nobody in and tells nothing personal.
 */
export async function keyIn(home: string, name: KeyName): Promise<string> {
  const file = fileOf(home, name);
  return (await read(file)) ?? (await make(file));
}

/** The key under which is sealed from now on. */
export const personalKey = async (home: string): Promise<PersonalKey> => named(await keyIn(home, 'personal'));

/** The key that a value was sealed under, the present one or one before; null where this installation does not have it. */
export async function personalKeyOf(home: string, id: string): Promise<PersonalKey | null> {
  const present = await personalKey(home);
  if (present.id === id) return present;
  const before = /^[0-9a-f]{16}$/.test(id) ? await read(fileOf(home, `personal-${id}`)) : null;
  return before === null ? null : named(before);
}

/** Puts a new key in the place of the present one, which stays beside it under its id: what it sealed still opens. */
export async function renewPersonalKey(
  home: string,
): Promise<{ readonly before: PersonalKey; readonly now: PersonalKey }> {
  const before = await personalKey(home);
  const file = fileOf(home, 'personal');
  await linked(file, fileOf(home, `personal-${before.id}`));
  const draft = await drafted(file);
  await rename(draft, file); // at no moment is there none
  return { before, now: await personalKey(home) };
}

const named = (secret: string): PersonalKey => ({ id: sm3(`bihuan personal key ${secret}`).slice(0, 16), secret });

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
  const draft = await drafted(file);
  await linked(draft, file); // whole or not at all; two that start together agree on the first
  await rm(draft);
  return (await readFile(file, 'utf8')).trim();
}

async function drafted(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return draft;
}

async function linked(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
