import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readPlan } from '../../operations/problems/read-plan.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { Plan, PlanQuery } from '../contract/plan.ts';
import { refuseRequest } from '../door/problem-document.ts';

/** What codes are called: facts, fields, posts, parts, clauses and units of an edition. */
export const planRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/plan',
      { schema: { operationId: 'readPlan', querystring: PlanQuery, response: { 200: ref(Plan) } } },
      async (request, reply) => {
        await actorOf(services, request);
        const plan = readPlan(services, request.query.edition);
        return plan ?? refuseRequest(request, reply, 'not-found');
      },
    );
  };
