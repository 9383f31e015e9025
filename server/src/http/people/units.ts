import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readUnits } from '../../operations/people/read-people.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { UnitList } from '../contract/people.ts';

/** The units of the plan in force. */
export const unitRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/units', { schema: { operationId: 'listUnits', response: { 200: ref(UnitList) } } }, async (request) => {
      await keeperOf(services, request);
      return { units: readUnits(services) };
    });
  };
