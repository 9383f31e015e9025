import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { typedAgain } from '../../config.ts';
import { claimPort } from './listen.ts';

test('a taken port: the same command with all its settings and a port that is free', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo; // listens on TCP
  const again = typedAgain('npm run bihuan -- serve', {
    PORT: String(port),
    BIHUAN_HOME: '/srv/两 处',
    BIHUAN_REGION: '530521',
    DATABASE_URL: 'postgres://owner:secret@db/bihuan',
    LANG: 'zh_CN',
  });

  const error: unknown = await claimPort({ host: '127.0.0.1', port }, again).catch((thrown: unknown) => thrown);

  const remedy = String(Reflect.get(Object(error), 'remedy'));
  expect(remedy).toMatch(
    /choose another: PORT=\d+ BIHUAN_HOME='\/srv\/两 处' BIHUAN_REGION=530521 DATABASE_URL=… npm run bihuan -- serve$/,
  );
  const next = Number(/PORT=(\d+)/.exec(remedy)?.[1]);
  expect(next).toBeGreaterThan(port);
  await expect(claimPort({ host: '127.0.0.1', port: next }, again)).resolves.toBeUndefined();
  holder.close();
});

test('whoever typed npm start is told npm start', () => {
  expect(typedAgain('npm start', {})({ PORT: '8081' })).toBe('PORT=8081 npm start');
  expect(typedAgain('npm start', { HOST: '10.0.0.9' })({ HOST: '127.0.0.1' })).toBe('HOST=127.0.0.1 npm start');
});
