import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { DAYS_APART } from '@bihuan/core/procedure';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { ROOT } from '../../config.ts';
import type { Services } from '../../services.ts';
import { apiRoutes } from './api.ts';
import { compressAnswers } from './compress.ts';
import { sendHeaders } from './headers.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { keepIntents } from './intent.ts';
import { readLeftovers } from './leftover.ts';
import { admit } from './admission.ts';
import { ALLOWANCES, watchConnections, type Allowances } from './connections.ts';
import { LIMITS } from './limits.ts';
import { type Log, logAnswers, logger } from './log.ts';
import { refuseOtherSites } from './origin.ts';
import { pageRoutes } from './page.ts';
import { leaveOutMarks, refuseUnreadableText } from './plain-text.ts';
import { answerError, answerFramework } from './problem-document.ts';
import { refuseWithoutRoom, type Watched } from './trouble.ts';
import { validateStrictly } from './validation.ts';

/** How the door stands: everything has a default. */
export type Door = {
  readonly log?: Log;
  readonly readiness?: Readiness;
  /** Disk and clock of the machine. */
  readonly watched?: Watched;
  /** Folder of the built page. */
  readonly page?: string;
  /** One-click sign-in: the server runs as a demonstration and only this machine can connect. */
  readonly demonstration?: boolean;
  /** Whether the demonstration was begun on another day than the real one: every page says so. */
  readonly otherDay?: boolean;
  readonly daysApart?: number;
  /** Public address where a proxy stands before the program. */
  readonly origin?: string | null;
  /** What connections are allowed; null: no limits on connections and load, to measure what they are for. */
  readonly allowed?: Allowances | null;
};

/** The program behind HTTP, not yet listening. Each subject registers its own routes here, by name. */
export async function buildServer(services: Services, door: Door = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...LIMITS,
    trustProxy: (door.origin ?? null) === null ? false : 'loopback', // a proxy on this machine says who asks
    logger: logger(door.log ?? { level: 'silent' }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    frameworkErrors: answerFramework,
  });
  await keepIntents(app, services.home);
  validateStrictly(app);
  refuseUnreadableText(app);
  app.setErrorHandler(answerError);
  sendHeaders(app, door.origin ?? null);
  readLeftovers(app);
  const behindProxy = (door.origin ?? null) !== null;
  if (door.allowed !== null) {
    watchConnections(app, services.signIn, { behindProxy, allowed: door.allowed ?? ALLOWANCES });
    admit(app, services.signIn);
  }
  refuseWithoutRoom(app, door.watched ?? {});
  logAnswers(app);
  refuseOtherSites(app, door.origin ?? null);

  healthRoutes(app, services, door.readiness ?? { accepting: true }, door.watched ?? {});
  leaveOutMarks(app);
  compressAnswers(app);
  await apiRoutes(app, services, {
    demonstration: door.demonstration ?? false,
    otherDay: door.otherDay ?? false,
    daysApart: door.daysApart ?? DAYS_APART,
  });
  await pageRoutes(app, door.page ?? path.join(ROOT, 'web/dist'));
  return app;
}
