import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { codeOf, Trouble } from '../../trouble.ts';

type Address = { readonly host: string; readonly port: number };

/** Fails before anything is built or started, not after. @throws Trouble when the port cannot be had */
export async function claimPort(address: Address): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(address);
    await once(probe, 'listening');
  } catch (error) {
    throw asTrouble(error, address);
  } finally {
    probe.close();
  }
}

/** Opens the door. @returns the address to type into a browser @throws Trouble when the port cannot be had */
export async function listen(app: FastifyInstance, address: Address): Promise<string> {
  await app.listen({ ...address }).catch((error: unknown) => {
    throw asTrouble(error, address);
  });
  const { port } = app.server.address() as AddressInfo; // listens on TCP, so it is no pipe
  return `http://${['0.0.0.0', '::'].includes(address.host) ? '127.0.0.1' : address.host}:${port}`;
}

function asTrouble(error: unknown, { host, port }: Address): unknown {
  const another = `换一个 / choose another: PORT=${port === 8080 ? 8081 : 8080} npm start`;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Trouble(`端口 ${port} 已被占用 / port ${port} is taken`, another);
    case 'EACCES':
      return new Trouble(`端口 ${port} 不许使用 / port ${port} is not allowed for this user`, another);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Trouble(`本机没有地址 ${host} / this machine has no address ${host}`, 'HOST=127.0.0.1 npm start');
    default:
      return error;
  }
}
