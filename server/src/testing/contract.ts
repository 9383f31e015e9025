import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { plainDate } from '@bihuan/core/time';
import { buildServer } from '../http/door/server.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import type { Connection } from '../store/database/connection.ts';
import { openDatabase } from '../store/database/database.ts';
import { shidianLaw } from './law.ts';

/** The published contract: what the running server answers at `/api/openapi.json`. */
export async function contractOf(owner: Connection): Promise<string> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'bihuan-contract-'));
  const db = openDatabase(owner);
  const signIn = await openSignIn(owner, home, null);
  const law = shidianLaw();
  const today = plainDate('2026-11-24');
  const services = {
    db,
    region: law.policy.region,
    home,
    today: () => today,
    now: () => `${today}T02:00:00.000Z`,
    law: () => law,
    renewLaw: async () => {},
    signIn,
  };
  const app = await buildServer(services);
  try {
    const { body } = await app.inject('/api/openapi.json');
    return `${JSON.stringify(JSON.parse(body), null, 1)}\n`;
  } finally {
    await app.close();
    await signIn.close();
    await db.destroy();
    await rm(home, { recursive: true });
  }
}
