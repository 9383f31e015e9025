import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accepts } from '../store/crash.ts';
import { address, bihuan, freePort, type Served } from '../testing/served.ts';

const home = await mkdtemp(path.join(tmpdir(), 'serve-'));
await chmod(home, 0o755); // as a clone that everyone may read
afterAll(() => rm(home, { recursive: true, force: true }));

const serve = (port: number): Served => bihuan(['serve'], { BIHUAN_HOME: home, PORT: String(port), LOG_LEVEL: 'info' });

test('from nothing to ready; Ctrl-C, also when it arrives twice, ends the program and its database', async () => {
  const port = await freePort();
  const served = serve(port);
  expect((await fetch(`${await address(served)}/readyz`)).status).toBe(200);
  expect(served.said()).toMatch(/启动数据库[^]*0001_roles\.sql[^]*闭环已就绪/);
  expect(served.said()).toMatch(/一次性安装码.*: [0-9A-Z]{5}(-[0-9A-Z]{5}){3}/);
  expect(await accepts(path.join(home, 'run'))).toBe(true);

  const second = serve(port);
  expect(await second.ended).toEqual([1, null]);
  expect(second.said()).toContain(`端口 ${port} 已被占用`);
  expect(second.said()).toMatch(/PORT=\d+ npm start/);
  expect(second.said()).not.toContain('    at ');

  served.child.kill('SIGINT');
  served.child.kill('SIGINT');
  expect(await served.ended).toEqual([0, null]);
  expect(await accepts(path.join(home, 'run'))).toBe(false);
});

test('after kill -9 of the server the next one takes over the database that is still running', async () => {
  const first = serve(await freePort());
  await address(first);
  const pidOf = async (): Promise<string | undefined> =>
    (await readFile(path.join(home, 'pg/postmaster.pid'), 'utf8')).split('\n')[0];
  const postmaster = await pidOf();
  first.child.kill('SIGKILL');
  await first.ended;

  const next = serve(await freePort());
  expect((await fetch(`${await address(next)}/readyz`)).status).toBe(200);
  expect(await pidOf()).toBe(postmaster);

  next.child.kill('SIGINT');
  await next.ended;
  process.kill(Number(postmaster), 'SIGINT');
});

test('SIGTERM says "not ready" first, and answers what still comes', { timeout: 15_000 }, async () => {
  const served = serve(await freePort());
  const at = await address(served);

  served.child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await fetch(`${at}/readyz`)).status).toBe(503);
  expect((await fetch(`${at}/livez`)).status).toBe(200);

  expect(await served.ended).toEqual([0, null]);
});
