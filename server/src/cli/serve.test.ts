import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { accepts } from '../store/database/crash.ts';
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
  const [, advice] = /choose another: (.*)/.exec(second.said()) ?? [];
  expect(advice).toMatch(/^PORT=\d+ BIHUAN_HOME=\S+ npm run bihuan -- serve$/);
  expect(advice).toContain(home);
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

test('SIGTERM says "not ready" first, and answers what still comes', { timeout: 60_000 }, async () => {
  const served = serve(await freePort());
  const at = await address(served);

  served.child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await fetch(`${at}/readyz`)).status).toBe(503);
  expect((await fetch(`${at}/livez`)).status).toBe(200);

  expect(await served.ended).toEqual([0, null]);
});

test('a database that was killed is started again, and the same server goes on', { timeout: 90_000 }, async () => {
  const served = serve(await freePort());
  const at = await address(served);
  const postmaster = Number((await readFile(path.join(home, 'pg/postmaster.pid'), 'utf8')).split('\n')[0]);

  process.kill(postmaster, 'SIGKILL');
  while ((await fetch(`${at}/readyz`)).status === 200) await wait(50);
  expect((await fetch(`${at}/livez`)).status).toBe(200);
  while ((await fetch(`${at}/readyz`)).status !== 200) await wait(100);

  served.child.kill('SIGINT');
  expect(await served.ended).toEqual([0, null]);
  expect(await accepts(path.join(home, 'run'))).toBe(false);
});

test('a request under way is answered and then nothing is waited for', { timeout: 60_000 }, async () => {
  const served = serve(await freePort());
  const { port, host } = new URL(await address(served));
  const body = JSON.stringify({ username: 'nobody', password: '不是密码' });
  const head = `POST /api/session HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 10)}`);
  await wait(300);

  served.child.kill('SIGINT');
  await wait(500);
  const answered = once(socket, 'data') as Promise<[Buffer]>;
  socket.write(body.slice(10));
  expect((await answered)[0].toString()).toContain('401');

  // what is still open may take twenty seconds: longer than this test may
  expect(await served.ended).toEqual([0, null]);
});

test('a demonstration does not open itself to the network, and says what to do', async () => {
  const refused = bihuan(['serve'], { BIHUAN_HOME: home, PORT: '0', BIHUAN_DEMO: '1', HOST: '0.0.0.0' });

  expect(await refused.ended).toEqual([1, null]);
  expect(refused.said()).toContain('for this machine only');
});

test('what cannot be prepared leaves no database running behind it', async () => {
  await writeFile(path.join(home, 'demonstration.unfinished'), '');

  const refused = bihuan(['serve'], { BIHUAN_HOME: home, PORT: '0' });

  expect(await refused.ended).toEqual([1, null]);
  expect(refused.said()).toContain('rm -rf');
  expect(await accepts(path.join(home, 'run'))).toBe(false);
});
