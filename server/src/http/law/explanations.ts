import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readKindsOfEdition } from '../../operations/law/read-kinds.ts';
import { explainFacts, explainProblem } from '../../operations/law/read-policies.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { Explanation, ExplainAsk } from '../contract/explanation.ts';
import { KindsOfEdition } from '../contract/kinds-explained.ts';
import { Id, ref } from '../contract/named.ts';
import { PolicyParams } from '../contract/policy.ts';
import { refuseRequest } from '../door/problem-document.ts';
import { sendRefusal } from '../door/refusal.ts';

/** Why this way: for facts that somebody tries, and for a problem as it stands. */
export const explanationRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/policies/:edition/explain',
      {
        schema: {
          operationId: 'explainFacts',
          params: PolicyParams,
          body: ref(ExplainAsk),
          response: { 200: ref(Explanation) },
        },
      },
      async (request, reply) => {
        await keeperOf(services, request);
        const answer = await explainFacts(services, request.params.edition, request.body.facts);
        if (answer === null) return refuseRequest(request, reply, 'not-found');
        return 'unknown' in answer
          ? sendRefusal(request, reply, { code: 'bad-input', faults: answer.unknown, clause: null })
          : answer;
      },
    );

    app.get(
      '/policies/:edition/kinds',
      { schema: { operationId: 'readKindsOfEdition', params: PolicyParams, response: { 200: ref(KindsOfEdition) } } },
      async (request, reply) => {
        await keeperOf(services, request);
        return (
          (await readKindsOfEdition(services, request.params.edition)) ?? refuseRequest(request, reply, 'not-found')
        );
      },
    );

    app.get(
      '/problems/:id/route',
      {
        schema: { operationId: 'explainProblem', params: Type.Object({ id: Id }), response: { 200: ref(Explanation) } },
      },
      async (request, reply) => {
        await keeperOf(services, request);
        return (await explainProblem(services, request.params.id)) ?? refuseRequest(request, reply, 'not-found');
      },
    );
  };
