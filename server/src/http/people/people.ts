import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { PersonAsk } from '@bihuan/core/person';
import { commandPerson } from '../../operations/people/people.ts';
import { readPeople } from '../../operations/people/read-people.ts';
import type { Services } from '../../services.ts';
import { posting } from './accounts.ts';
import { keeperOf } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { AddPerson, PersonDone, PersonList, PersonQuery } from '../contract/people.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { sendPersonAnswer } from './keeping.ts';

/** People of the installation and their dated posts. Everybody signed in reads; administrators change. */
export const peopleRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/people',
      { schema: { operationId: 'listPeople', querystring: PersonQuery, response: { 200: ref(PersonList) } } },
      async (request) => {
        const { unit, after, size } = request.query;
        const page = await readPeople(services, await keeperOf(services, request), {
          after: after ?? null,
          size: size ?? 100,
          ...(unit ? { unit } : {}),
        });
        return page;
      },
    );

    app.post(
      '/people',
      {
        schema: {
          operationId: 'addPerson',
          headers: IntentHeaders,
          body: ref(AddPerson),
          response: { 201: ref(PersonDone) },
        },
      },
      async (request, reply) => {
        const { name, username, password, phone, administrator = false, unit = null, postings = [] } = request.body;
        const ask: PersonAsk = {
          type: 'AddPerson',
          name,
          username,
          unit,
          administrator,
          postings: postings.map(posting),
          handedOut: true,
          ...(phone ? { phone } : {}),
        };
        const by = await keeperOf(services, request);
        return sendPersonAnswer(
          request,
          reply,
          await commandPerson(services, { person: null, ask, by, password, intent: intentOf(request) }),
          201,
        );
      },
    );
  };
