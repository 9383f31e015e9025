import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { accountRoutes } from '../people/accounts.ts';
import { appearanceRoutes } from '../people/appearance.ts';
import { batchRoutes } from '../problems/batch.ts';
import { calendarRoutes } from '../calendar/calendar.ts';
import { caseRoutes } from '../cases/cases.ts';
import { dutyRoutes } from '../cases/duties.ts';
import { editionRoutes } from '../editions/editions.ts';
import { explanationRoutes } from '../law/explanations.ts';
import { exportRoutes } from '../problems/export.ts';
import { feedbackRoutes } from '../desk/feedback.ts';
import { fileRoutes } from '../files/files.ts';
import { importRoutes } from '../imports/imports.ts';
import { noticeRoutes } from '../calendar/notices.ts';
import { contractRoute, describeApi } from './openapi.ts';
import { peopleRoutes } from '../people/people.ts';
import { planRoutes } from '../law/plan.ts';
import { policyRoutes } from '../law/policies.ts';
import { alikeRoutes } from '../problems/alike.ts';
import { problemRoutes } from '../problems/problems.ts';
import { questionRoutes } from '../law/questions.ts';
import { readingRoutes } from '../law/readings.ts';
import { rosterRoutes } from '../people/roster.ts';
import { sessionRoutes } from '../people/session.ts';
import type { Demonstration } from '../people/session-view.ts';
import { setUpRoutes } from '../people/set-up.ts';
import { unitRoutes } from '../people/units.ts';
import { notificationRoutes } from '../desk/notifications.ts';
import { workbenchRoutes } from '../desk/workbench.ts';

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
    rosterRoutes(services),
    appearanceRoutes(services),
    unitRoutes(services),
    feedbackRoutes(services),
    planRoutes(services),
    policyRoutes(services),
    readingRoutes(services),
    explanationRoutes(services),
    calendarRoutes(services),
    noticeRoutes(services),
    alikeRoutes(services),
    problemRoutes(services),
    batchRoutes(services),
    exportRoutes(services),
    workbenchRoutes(services),
    notificationRoutes(services),
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
