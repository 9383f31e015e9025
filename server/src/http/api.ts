import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { accountRoutes } from './accounts.ts';
import { batchRoutes } from './batch.ts';
import { calendarRoutes } from './calendar.ts';
import { caseRoutes } from './cases.ts';
import { dutyRoutes } from './duties.ts';
import { editionRoutes } from './editions.ts';
import { explanationRoutes } from './explanations.ts';
import { exportRoutes } from './export.ts';
import { feedbackRoutes } from './feedback.ts';
import { fileRoutes } from './files.ts';
import { importRoutes } from './imports.ts';
import { noticeRoutes } from './notices.ts';
import { contractRoute, describeApi } from './openapi.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plan.ts';
import { policyRoutes } from './policies.ts';
import { problemRoutes } from './problems.ts';
import { questionRoutes } from './questions.ts';
import { sessionRoutes, type Demonstration } from './session.ts';
import { setUpRoutes } from './set-up.ts';
import { unitRoutes } from './units.ts';
import { workbenchRoutes } from './workbench.ts';

/** A door that reads no query has one without any field, so that a misspelt or misplaced one is refused and not lost. */
function refuseUnaskedQuestions(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/') || route.schema?.querystring !== undefined) return;
    route.schema = { ...route.schema, querystring: { type: 'object', properties: {} } };
  });
}

/** Every subject's doors under /api, registered by name, and the contract they make together. */
export async function apiRoutes(app: FastifyInstance, services: Services, offered: Demonstration): Promise<void> {
  await describeApi(app);
  refuseUnaskedQuestions(app);
  const doors = [
    sessionRoutes(services, offered),
    setUpRoutes(services),
    peopleRoutes(services),
    accountRoutes(services),
    unitRoutes(services),
    feedbackRoutes(services),
    planRoutes(services),
    policyRoutes(services),
    explanationRoutes(services),
    calendarRoutes(services),
    noticeRoutes(services),
    problemRoutes(services),
    batchRoutes(services),
    exportRoutes(services),
    workbenchRoutes(services),
    editionRoutes(services),
    caseRoutes(services),
    dutyRoutes(services),
    questionRoutes(services),
    fileRoutes(services),
    importRoutes(services),
  ];
  for (const door of doors) await app.register(door, { prefix: '/api' });
  contractRoute(app);
}
