import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { accepts } from '../store/database/crash.ts';
import { address, bihuan, freePort } from '../testing/served.ts';

const home = await mkdtemp(path.join(tmpdir(), 'worker-'));
await chmod(home, 0o755); // as a clone that everyone may read
afterAll(() => rm(home, { recursive: true, force: true }));
const settings = { BIHUAN_HOME: home, LOG_LEVEL: 'error' };

test('a worker without a plan says what to do, and leaves no database behind', async () => {
  const worker = bihuan(['worker'], settings);

  expect(await worker.ended).toEqual([1, null]);
  expect(worker.said()).toContain('还没有发布工作方案');
  expect(await accepts(path.join(home, 'run'))).toBe(false);
});

test('a worker works beside a server, outlives it, and stops when it is told', { timeout: 90_000 }, async () => {
  const server = bihuan(['serve'], { ...settings, PORT: String(await freePort()) });
  await address(server);
  const worker = bihuan(['worker'], settings);
  while (!worker.said().includes('at work')) await wait(50);

  server.child.kill('SIGINT');
  expect(await server.ended).toEqual([0, null]);
  await wait(1_000); // two looks for work
  expect(worker.child.exitCode).toBeNull();
  worker.child.kill('SIGTERM');

  expect(await worker.ended).toEqual([0, null]);
  expect(await accepts(path.join(home, 'run'))).toBe(false); // whoever leaves last puts it out
  expect(worker.said()).not.toContain('"level":50');
});
