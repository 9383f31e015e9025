import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, inject, vi } from 'vitest';
import type { TestDatabase } from './database.ts';

/**
 * Lets the commands of this test file find `database`: they read its two accounts and their home from the
 * environment, which is as it was before once the file is done, since the next file runs in the same process.
 * Returns the home, an empty folder that goes with it.
 */
export async function commandLine(database: TestDatabase): Promise<string> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'bihuan-home-'));
  const url = (account: string): string =>
    `postgres://${account}@/${database.app.database}?host=${encodeURIComponent(inject('cluster'))}`;
  vi.stubEnv('BIHUAN_HOME', home);
  vi.stubEnv('DATABASE_URL', url('bihuan_owner'));
  vi.stubEnv('DATABASE_APP_URL', url('bihuan_app'));
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });
  return home;
}
