import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readFirstHours } from '../../operations/people/first-hours.ts';
import { readUnits } from '../../operations/people/read-people.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { FirstHours } from '../contract/first-hours.ts';
import { ref } from '../contract/named.ts';
import { UnitList } from '../contract/people.ts';

/** The units of the plan in force, and what an installation still lacks of people. */
export const unitRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/units', { schema: { operationId: 'listUnits', response: { 200: ref(UnitList) } } }, async (request) => {
      await keeperOf(services, request);
      return { units: readUnits(services) };
    });

    app.get(
      '/first-hours',
      { schema: { operationId: 'readFirstHours', response: { 200: ref(FirstHours) } } },
      async (request) => readFirstHours(services, await keeperOf(services, request)),
    );
  };
