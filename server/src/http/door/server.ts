import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { ROOT } from '../../config.ts';
import type { Services } from '../../services.ts';
import { apiRoutes } from './api.ts';
import { compressAnswers } from './compress.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { keepIntents } from './intent.ts';
import { readLeftovers } from './leftover.ts';
import { LIMITS, limitLoad } from './limits.ts';
import { type Log, logAnswers, logger } from './log.ts';
import { refuseOtherSites } from './origin.ts';
import { pageRoutes } from './page.ts';
import { refuseUnreadableText } from './plain-text.ts';
import { answerError } from './problem-document.ts';
import { validateStrictly } from './validation.ts';

/** How the door stands: everything has a default. */
export type Door = {
  readonly log?: Log;
  readonly readiness?: Readiness;
  /** Folder of the built page. */
  readonly page?: string;
  /** One-click sign-in: the server runs as a demonstration and only this machine can connect. */
  readonly demonstration?: boolean;
  /** Whether the demonstration was begun on another day than the real one: every page says so. */
  readonly otherDay?: boolean;
  readonly daysApart?: number;
  /** Public address where a proxy stands before the program. */
  readonly origin?: string | null;
};

/** The page loads nothing from elsewhere; Ant Design writes its styles into the page, ECharts and OpenLayers draw images. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** The program behind HTTP, not yet listening. Each subject registers its own routes here, by name. */
export async function buildServer(services: Services, door: Door = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...LIMITS,
    logger: logger(door.log ?? { level: 'silent' }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
  });
  await keepIntents(app, services.home);
  validateStrictly(app);
  refuseUnreadableText(app);
  app.setErrorHandler(answerError);
  app.addHook('onSend', async (_request, reply) => {
    // a file has been given a stricter policy of its own
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) void reply.header(name, value);
  });
  readLeftovers(app);
  limitLoad(app);
  logAnswers(app);
  refuseOtherSites(app, door.origin ?? null);

  healthRoutes(app, services, door.readiness ?? { accepting: true });
  compressAnswers(app);
  await apiRoutes(app, services, {
    demonstration: door.demonstration ?? false,
    otherDay: door.otherDay ?? false,
    daysApart: door.daysApart ?? 5,
  });
  await pageRoutes(app, door.page ?? path.join(ROOT, 'web/dist'));
  return app;
}
