import { randomInt } from 'node:crypto';
import { theInstallation } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { anybody, findSetUp, putSetUpCode, useSetUpCode } from '../../store/people.ts';
import { commandPerson, type PersonAnswer } from './people.ts';

/** Letters and digits that nobody mixes up when reading them off a terminal. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Whether somebody is in this installation already. */
export async function isSetUp({ db, region }: Pick<Services, 'db' | 'region'>): Promise<boolean> {
  return anybody(db, region);
}

/**
 * A fresh one-time code for an empty installation, to be printed in the terminal; a code printed before is void.
 * Only its digest is kept: 100 random bits need no slow hash. Null when somebody is in already.
 */
export async function freshSetUpCode({ db, region }: Pick<Services, 'db' | 'region'>): Promise<string | null> {
  if (await anybody(db, region)) return null;
  const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const code = letters.replaceAll(/(.{5})(?=.)/g, '$1-');
  await putSetUpCode(db, region, digest(code));
  return code;
}

const digest = (code: string): string => sm3(`set-up ${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`);

/** Whoever sets the installation up. `code` as typed: case and separators do not count. */
export type FirstAdministrator = {
  readonly code: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly unit: string | null;
};

/** Makes the first administrator. The code is used up only when that succeeds, and by one request only. */
export async function setUp(
  services: Services,
  asked: FirstAdministrator,
): Promise<PersonAnswer | { readonly wrongCode: true }> {
  const { db, region } = services;
  const known = await findSetUp(db, region);
  const given = digest(asked.code);
  if (!known || known.used_at !== null || known.code_digest !== given || (await anybody(db, region)))
    return { wrongCode: true };
  const { name, username, password, unit } = asked;
  const ask = { type: 'AddPerson', name, username, unit, administrator: true, postings: [] } as const;
  return commandPerson(services, {
    person: null,
    ask,
    by: theInstallation,
    password,
    within: async (transaction) => useSetUpCode(transaction, region, given),
  });
}
