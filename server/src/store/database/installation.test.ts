import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { urlOf } from '../../testing/served.ts';
import { openInstallation } from './installation.ts';

const { owner, app } = await testDatabase();
const urls = { owner: urlOf(owner), app: urlOf(app) };
const open = (accounts: Partial<typeof urls>): Promise<unknown> => openInstallation('', { ...urls, ...accounts });

test('another PostgreSQL is taken with one account that migrates and one that cannot change the record', async () => {
  await expect(open({})).resolves.toMatchObject({ migrated: [] });
});

test('accounts that were swapped are told apart before anything is made', async () => {
  await expect(open({ owner: urls.app, app: urls.owner })).rejects.toThrow('cannot make tables');
});

test('an application that could change the record is refused: its owner, a superuser', async () => {
  for (const user of ['bihuan_owner', 'bihuan_admin']) {
    await expect(open({ app: urlOf({ ...app, user }) })).rejects.toThrow('could change the record');
  }
});

test('a database that does not answer is named by account and machine, never by password', async () => {
  const nobody = 'postgres://somebody:secret@127.0.0.1:1/bihuan';

  await expect(open({ app: nobody })).rejects.toThrow('somebody@127.0.0.1:1/bihuan');
  await expect(open({ app: nobody })).rejects.not.toThrow('secret');
});
