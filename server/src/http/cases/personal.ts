import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { showPersonal } from '../../operations/cases/show-personal.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { Id, named, ref, Words } from '../contract/named.ts';
import { sendAnswer } from '../door/refusal.ts';

const Wish = named(
  'ShowPersonal',
  Type.Object({
    /** `reporter`, or `witnesses.name` for the column of a table. */
    field: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}(\\.[a-z][a-z0-9-]{0,39})?$' }),
    reason: Words(200),
  }),
);
/** By the ids that the sheet shows, and those that stood in the field before. */
const Shown = named(
  'PersonalShown',
  Type.Object({ version: Type.Integer(), values: Type.Record(Type.String(), Type.Unknown()) }),
);

/** What sheets keep apart of people: shown for a reason and never silently. */
export const personalRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/cases/:id/personal',
      {
        schema: {
          operationId: 'showPersonal',
          params: Type.Object({ id: Id }),
          body: ref(Wish),
          response: { 200: ref(Shown) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const asked = { ...request.body, dossier: request.params.id, by };
        void reply.header('cache-control', 'no-store');
        return sendAnswer(request, reply, await showPersonal(services, asked));
      },
    );
  };
