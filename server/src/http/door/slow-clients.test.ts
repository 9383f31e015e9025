import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { crowd, oneLimitForAll, SLOW_CLIENTS } from '../../testing/crowd.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { ALLOWANCES } from './connections.ts';
import { buildServer } from './server.ts';

const office = await staffedOffice();
const { services, cast } = office;
const cookie = await office.cookie(cast.holding('county-ecology', 'handler').id);

const guarded = await buildServer(services, { allowed: { ...ALLOWANCES, strangers: 150, perAddress: 100 } });
const unguarded = await buildServer(services, { allowed: null });
oneLimitForAll(unguarded, 200);
for (const server of [guarded, unguarded]) {
  await server.listen({ port: 0, host: '127.0.0.1' });
  afterAll(() => server.close());
}

/** How many of thirty questions of somebody who is signed in are answered, each over a connection of its own. */
async function answered(server: typeof guarded): Promise<number> {
  const { port } = server.server.address() as AddressInfo; // listens on TCP
  const asked = Array.from({ length: 30 }, async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/workbench`, { headers: { cookie, connection: 'close' } });
    return answer.ok;
  });
  return (await Promise.allSettled(asked)).filter((each) => each.status === 'fulfilled' && each.value).length;
}

const connections = (server: typeof guarded): Promise<number> =>
  new Promise((resolve, reject) =>
    server.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

test.each(Object.entries(SLOW_CLIENTS))(
  '300 clients that send %s keep nobody out who is signed in',
  async (_what, says) => {
    const sockets = await crowd(guarded, 300, says);

    expect(await answered(guarded)).toBe(30);
    expect(await connections(guarded)).toBeLessThanOrEqual(101);
    for (const socket of sockets) socket.destroy();
  },
);

test('without the guard, 300 that send no body after their headers keep everybody out', async () => {
  const sockets = await crowd(unguarded, 300, SLOW_CLIENTS['no body after its headers']);
  for (let asked = 0; asked < 50 && (await answered(unguarded)) > 0; asked += 1); // until all of them have arrived

  expect(await answered(unguarded)).toBe(0);
  for (const socket of sockets) socket.destroy();
});

test('whoever is slow is told so and let go; whoever is signed in and quick enough stays', async () => {
  const quick = { ...ALLOWANCES, silence: 100, strangerMs: 200, window: 500, bytes: 10 };
  const server = await buildServer(services, { allowed: quick });
  await server.listen({ port: 0, host: '127.0.0.1' });
  afterAll(() => server.close());
  const [silent] = await crowd(server, 1, '');
  const [slow] = await crowd(server, 1, SLOW_CLIENTS['no body after its headers']);
  const said: string[] = [];
  slow!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const [staff] = await crowd(server, 1, `GET /api/session HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`);

  await Promise.all([silent, slow].map((socket) => new Promise((resolve) => void socket!.once('close', resolve))));
  expect(said.join('')).toContain('408');
  expect(staff!.closed).toBe(false);
  staff!.destroy();
});
