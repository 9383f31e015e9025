import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Again } from '../../config.ts';
import { codeOf, Trouble } from '../../trouble.ts';

type Address = { readonly host: string; readonly port: number };

/**
 * Fails before anything is built or started, not after. @param again how the command that was used is typed with another port
 * @throws Trouble when the port cannot be had
 */
export async function claimPort(address: Address, again: Again): Promise<void> {
  const error = await refusalOf(address);
  if (error !== null) throw await asTrouble(error, address, again);
}

/** Why this address cannot be had, or null. */
async function refusalOf(address: Address): Promise<unknown> {
  const probe = createServer();
  try {
    probe.listen({ ...address });
    await once(probe, 'listening');
    return null;
  } catch (error) {
    return error;
  } finally {
    probe.close();
  }
}

/** Opens the door. @returns the address to type into a browser @throws Trouble when the port cannot be had */
export async function listen(app: FastifyInstance, address: Address, again: Again): Promise<string> {
  await app.listen({ ...address }).catch(async (error: unknown) => {
    throw await asTrouble(error, address, again);
  });
  const { port } = app.server.address() as AddressInfo; // listens on TCP, so it is no pipe
  return `http://${['0.0.0.0', '::'].includes(address.host) ? '127.0.0.1' : address.host}:${port}`;
}

async function asTrouble(error: unknown, address: Address, again: Again): Promise<unknown> {
  const { host, port } = address;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Trouble(`端口 ${port} 已被占用 / port ${port} is taken`, await another(address, again));
    case 'EACCES':
      return new Trouble(
        `端口 ${port} 不许使用 / port ${port} is not allowed for this user`,
        await another({ host, port: 8079 }, again),
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Trouble(`本机没有地址 ${host} / this machine has no address ${host}`, again({ HOST: '127.0.0.1' }));
    default:
      return error;
  }
}

/** How far above a taken port a free one is looked for. */
const NEAR = 20;

/** The next port that is free, as it would be typed. */
async function another({ host, port }: Address, again: Again): Promise<string> {
  for (let next = port + 1; next <= Math.min(port + NEAR, 65_535); next += 1)
    if ((await refusalOf({ host, port: next })) === null)
      return `换一个 / choose another: ${again({ PORT: String(next) })}`;
  return `换一个 / choose another: ${again({ PORT: '…' })}`;
}
