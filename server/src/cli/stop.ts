import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../http/door/health.ts';

/** How long a balancer gets to notice that we are leaving, and how long requests under way get to finish. */
const NOTICE_MS = 3_000;
const DRAIN_MS = 20_000;
const IDLE_MS = 100;

/** npm, a shell and a terminal may each pass on the same Ctrl-C; only a later one is a second wish. */
const SAME_WISH_MS = 1_000;

/**
 * SIGTERM (a service manager): say "not ready", wait, answer what is under way, close everything, exit 0.
 * SIGINT (a person at the terminal): the same without the wait. A second signal ends it at once.
 */
export function stopOnSignal(app: FastifyInstance, readiness: Readiness, release: () => Promise<void>): void {
  let asked = 0;
  const stop = async (notice: number): Promise<void> => {
    if (asked > 0) {
      if (performance.now() - asked > SAME_WISH_MS) process.exit(1);
      return;
    }
    asked = performance.now();
    readiness.accepting = false;
    await setTimeout(notice);
    // a connection that was still answering when the doors closed would wait for a next request that nobody will take
    const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_MS);
    await Promise.race([app.close(), setTimeout(DRAIN_MS)]);
    clearInterval(idle);
    await release();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop(NOTICE_MS));
  process.on('SIGINT', () => void stop(0));
}
