import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readPlan } from '../operations/read-plan.ts';
import type { Services } from '../services.ts';
import { actorOf } from './actor.ts';
import { ref } from './contract/named.ts';
import { Plan, PlanQuery } from './contract/plan.ts';

/** What codes are called: facts, fields, posts, parts, clauses and units of an edition. */
export const planRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/plan',
      { schema: { operationId: 'readPlan', querystring: PlanQuery, response: { 200: ref(Plan) } } },
      async (request) => {
        await actorOf(services, request);
        return readPlan(services, request.query.edition) as never; // the serializer checks it against the contract
      },
    );
  };
