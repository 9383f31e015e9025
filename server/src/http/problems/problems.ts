import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { unknownDossier } from '../../operations/dossiers/command-dossier.ts';
import { commandProblem } from '../../operations/problems/command-problem.ts';
import { listRegister } from '../../operations/problems/list-problems.ts';
import { problemAsk } from '../../operations/problems/problem-asks.ts';
import { readDossier } from '../../operations/problems/read-dossier.ts';
import { noteOpened } from '../../operations/desk/read-workbench.ts';
import { readTimeline } from '../../operations/dossiers/read-timeline.ts';
import { registerProblem } from '../../operations/problems/register-problem.ts';
import { withStaff } from '../../operations/dossiers/staffed.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { Done, ProblemCommand, RegisterProblem } from '../contract/command.ts';
import { Dossier } from '../contract/dossier.ts';
import { Id, ref } from '../contract/named.ts';
import { ProblemPage, ProblemQuery } from '../contract/problem.ts';
import { Timeline } from '../contract/timeline.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { openWith } from '../door/presence.ts';
import { sendAnswer, sendRefusal } from '../door/refusal.ts';

const Params = Type.Object({ id: Id });

/** The register and its dossiers: reading them, and every command on one of them. */
export const problemRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/problems',
      { schema: { operationId: 'listProblems', querystring: ProblemQuery, response: { 200: ref(ProblemPage) } } },
      async (request) => {
        return listRegister(services, request.query, await actorOf(services, request));
      },
    );

    app.get(
      '/problems/:id',
      { schema: { operationId: 'readDossier', params: Params, response: { 200: ref(Dossier) } } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const dossier = await readDossier(services, request.params.id, by);
        if (!dossier) return sendRefusal(request, reply, unknownDossier);
        await noteOpened(services, request.params.id, by);
        return { ...dossier, openWith: openWith(request.params.id, by) };
      },
    );

    const Page = Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })) });
    app.get(
      '/problems/:id/events',
      { schema: { operationId: 'readTimeline', params: Params, querystring: Page, response: { 200: ref(Timeline) } } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { id } = request.params;
        const timeline = await readTimeline(services, ['problem', 'edition'], id, request.query.after ?? 0, by);
        return timeline ?? sendRefusal(request, reply, unknownDossier);
      },
    );

    await app.register(actingRoutes(services));
  };

const actingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/problems',
      {
        schema: {
          operationId: 'registerProblem',
          headers: IntentHeaders,
          body: ref(RegisterProblem),
          response: { 201: ref(Done) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const answer = await registerProblem(services, { ...intentOf(request), by, registration: request.body });
        return sendAnswer(request, reply, await withStaff(services, answer), 201);
      },
    );

    app.post(
      '/problems/:id/commands',
      {
        schema: {
          operationId: 'commandProblem',
          params: Params,
          headers: IntentHeaders,
          body: ref(ProblemCommand),
          response: { 200: ref(Done) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { ask: asked, ...rest } = request.body;
        const ask = await problemAsk(services, asked, by);
        if ('refused' in ask) return sendRefusal(request, reply, ask.refused);
        const command = { ...intentOf(request), ...rest, dossier: request.params.id, ask, by };
        const answer = await commandProblem(services, command);
        return sendAnswer(request, reply, await withStaff(services, answer));
      },
    );
  };
