import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../http/health.ts';

/** How long a balancer gets to notice that we are leaving, and how long requests under way get to finish. */
const NOTICE_MS = 3_000;
const DRAIN_MS = 20_000;

/**
 * SIGTERM (a service manager): say "not ready", wait, answer what is under way, close everything, exit 0.
 * SIGINT (a person at the terminal): the same without the wait. A second signal ends it at once.
 */
export function stopOnSignal(app: FastifyInstance, readiness: Readiness, release: () => Promise<void>): void {
  const stop = async (notice: number): Promise<void> => {
    if (!readiness.accepting) process.exit(1);
    readiness.accepting = false;
    await setTimeout(notice);
    await Promise.race([app.close(), setTimeout(DRAIN_MS)]);
    await release();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop(NOTICE_MS));
  process.on('SIGINT', () => void stop(0));
}
