import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';

/**
 * What Node itself watches. Whoever sends slowly is watched by `connections.ts`, which asks for a rate: a picture over a village
 * line may take minutes, so the whole of a request has long, and its headers have not. Uploads set their own `bodyLimit` per route.
 */
export const LIMITS = {
  bodyLimit: 256 * 1024,
  requestTimeout: 900_000,
  connectionTimeout: 0,
  keepAliveTimeout: 60_000,
  routerOptions: { maxParamLength: 200 },
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16 * 1024 },
} as const satisfies FastifyHttpOptions<Server>;

/** Always answered: a busy process is not a dead one. */
export const HEALTH: readonly string[] = ['/livez', '/readyz'];

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request of this method changes nothing. */
export const isRead = (method: string): boolean => READS.has(method);
