import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { plainDate } from '@bihuan/core/time';
import { afterAll, expect, test } from 'vitest';
import { makeKeyFile, readKeyFile } from '../../archive/secret.ts';
import { backupPlan } from '../../backup-settings.ts';
import { claimed } from '../../store/database/claim.ts';
import { testOffice } from '../../testing/office.ts';
import { checkBackup } from './restore.ts';
import { backUpWhenDue, lapsed } from './scheduled-backup.ts';

const { services, database } = await testOffice();
const folder = await mkdtemp(path.join(os.tmpdir(), 'bihuan-schedule-'));
afterAll(() => rm(folder, { recursive: true }));
const keyFile = path.join(folder, 'backup.key');
await makeKeyFile(keyFile);
const whole = { owner: database.owner, home: services.home, settings: {} };

/** A folder of its own for archives, and what the server does at this minute of this day. */
async function schedule() {
  const into = await mkdtemp(path.join(folder, 'archives-'));
  const plan = backupPlan({ BIHUAN_BACKUP_DIR: into, BIHUAN_BACKUP_KEY_FILE: keyFile, BIHUAN_BACKUP_KEEP: '3' })!;
  const at = (minute: string, day = '2026-11-24'): Promise<void> =>
    backUpWhenDue(
      { today: () => plainDate(day), now: () => new Date(`${day}T${minute}:00+08:00`).toISOString() },
      { whole, plan },
    );
  return { into, at, names: async () => (await readdir(into)).toSorted() };
}

test('once a day, from its minute on; one that was slept through is made up for', async () => {
  const { into, at, names } = await schedule();
  await at('02:29');
  expect(await names()).toEqual([]);
  await at('02:30');
  const [name] = await names();
  expect(name).toBe('bihuan-2026-11-24.backup');
  expect((await checkBackup(path.join(into, name!), await readKeyFile(keyFile))).rows).toBeGreaterThan(0);
  await utimes(path.join(into, name!), 0, 0);
  await at('09:00');
  await at('17:45', '2026-11-25');
  expect(await names()).toEqual(['bihuan-2026-11-24.backup', 'bihuan-2026-11-25.backup']);
});

test('the oldest go when a new one has been read back; what is not ours stays, and so do all of them where writing fails', async () => {
  const { into, at, names } = await schedule();
  const days = ['20', '21', '22', '23'].map((day) => `bihuan-2026-11-${day}.backup`);
  for (const name of [...days, 'bihuan-2026-11-19.backup.1.part', 'notes.txt'])
    await writeFile(path.join(into, name), '');
  const dead = 'bihuan-2026-11-20.backup.999999998.part';
  await writeFile(path.join(into, dead), '');
  await at('03:00');
  expect(await names()).toEqual(
    [...days.slice(2), 'bihuan-2026-11-24.backup', 'notes.txt', 'bihuan-2026-11-19.backup.1.part'].toSorted(),
  );

  await rm(keyFile);
  await expect(at('03:00', '2026-11-25')).rejects.toThrow('密钥文件读不了');
  expect(await names()).toContain(days[2]);
  await makeKeyFile(keyFile);
});

test('of several processes that look at the same minute one writes', async () => {
  const { at, names } = await schedule();
  await claimed(database.owner, 'bihuan.backup', async () => {
    await at('03:00');
    expect(await names()).toEqual([]);
  });
  await Promise.all([at('03:00'), at('03:00'), at('03:00')]);
  expect(await names()).toEqual(['bihuan-2026-11-24.backup']);
});

test('the newest so many stay, by their days', () => {
  expect(lapsed(['bihuan-2026-10-02.backup', 'bihuan-2026-09-30.backup', 'x', 'bihuan-2026-10-01.backup'], 2)).toEqual([
    'bihuan-2026-09-30.backup',
  ]);
  expect(lapsed(['bihuan-2026-10-02.backup'], 2)).toEqual([]);
});

test.each([
  ['a folder without a key', { BIHUAN_BACKUP_DIR: '/x' }, '须同时给出'],
  [
    'an hour that there is not',
    { BIHUAN_BACKUP_DIR: '/x', BIHUAN_BACKUP_KEY_FILE: '/k', BIHUAN_BACKUP_AT: '25:00' },
    '25:00',
  ],
  [
    'keeping none',
    { BIHUAN_BACKUP_DIR: '/x', BIHUAN_BACKUP_KEY_FILE: '/k', BIHUAN_BACKUP_KEEP: '0' },
    'BIHUAN_BACKUP_KEEP',
  ],
])('refuses %s and names it', (_what, env, named) => {
  expect(() => backupPlan(env)).toThrow(named);
});
