import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { alikeCases } from '../../operations/cases/alike.ts';
import { caseAsk } from '../../operations/cases/asks.ts';
import { commandCase } from '../../operations/cases/command.ts';
import { readFigure } from '../../operations/cases/figures.ts';
import { kindsFor } from '../../operations/cases/kinds.ts';
import { listCasesFor } from '../../operations/cases/list.ts';
import { openCase } from '../../operations/cases/open.ts';
import { readCase } from '../../operations/cases/read.ts';
import { unknownDossier } from '../../operations/dossiers/command-dossier.ts';
import { readTimeline } from '../../operations/dossiers/read-timeline.ts';
import { noteOpened } from '../../operations/desk/read-workbench.ts';
import { withStaff } from '../../operations/dossiers/staffed.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { caseWorkbookRoutes } from './case-workbooks.ts';
import { tableWorkbookRoutes } from './table-workbooks.ts';
import { asked } from './case-query.ts';
import { AlikePairs } from '../contract/alike.ts';
import { CasePage, CaseView, FigureRows, KindList } from '../contract/case.ts';
import { CaseCommand, CaseQuery, OpenCase } from '../contract/case-asks.ts';
import { Done } from '../contract/command.ts';
import { Id, ref, Words } from '../contract/named.ts';
import { Timeline } from '../contract/timeline.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { personalRoutes } from './personal.ts';
import { openWith } from '../door/presence.ts';
import { refuseRequest } from '../door/problem-document.ts';
import { sendAnswer, sendRefusal } from '../door/refusal.ts';

const Params = Type.Object({ id: Id });

/** Dossiers of the plan's own kinds: which kinds there are, their lists, each dossier, and every command on one of them. */
export const caseRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/kinds', { schema: { operationId: 'listKinds', response: { 200: ref(KindList) } } }, async (request) => ({
      kinds: kindsFor(services, await actorOf(services, request)),
    }));

    app.get(
      '/cases',
      { schema: { operationId: 'listCases', querystring: CaseQuery, response: { 200: ref(CasePage) } } },
      async (request) => listCasesFor(services, asked(request.query), await actorOf(services, request)),
    );

    app.get(
      '/cases/:id',
      { schema: { operationId: 'readCase', params: Params, response: { 200: ref(CaseView) } } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { id } = request.params;
        const dossier = await readCase(services, id, by);
        if (!dossier) return sendRefusal(request, reply, unknownDossier);
        await noteOpened(services, id, by);
        return { ...dossier, openWith: openWith(id, by) };
      },
    );

    const Page = Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })) });
    app.get(
      '/cases/:id/events',
      {
        schema: {
          operationId: 'readCaseTimeline',
          params: Params,
          querystring: Page,
          response: { 200: ref(Timeline) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const timeline = await readTimeline(services, ['case'], request.params.id, request.query.after ?? 0, by);
        return timeline ?? sendRefusal(request, reply, unknownDossier);
      },
    );

    await app.register(figureRoute(services));
    await app.register(alikeRoute(services));
    await app.register(actingRoutes(services));
    await app.register(caseWorkbookRoutes(services));
    await app.register(tableWorkbookRoutes(services));
    await app.register(personalRoutes(services));
  };

/** What stands behind a number of a sheet. */
const figureRoute =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cases/:id/figures/:field',
      {
        schema: {
          operationId: 'readFigure',
          params: Type.Object({ id: Id, field: Words(40) }),
          response: { 200: ref(FigureRows) },
        },
      },
      async (request, reply) => {
        const { id, field } = request.params;
        const shown = await readFigure(services, id, field, await actorOf(services, request));
        if (shown === 'none') return refuseRequest(request, reply, 'not-found', '这件事项的表单没有这一项统计。');
        return shown ?? sendRefusal(request, reply, unknownDossier);
      },
    );
  };

/** Dossiers that look like this one; of a gathering, pairs among what it gathers. */
const alikeRoute =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cases/:id/alike',
      { schema: { operationId: 'listAlikeCases', params: Params, response: { 200: ref(AlikePairs) } } },
      async (request, reply) => {
        const found = await alikeCases(services, request.params.id, await actorOf(services, request));
        return found ?? sendRefusal(request, reply, unknownDossier);
      },
    );
  };

const actingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/cases',
      {
        schema: {
          operationId: 'openCase',
          headers: IntentHeaders,
          body: ref(OpenCase),
          response: { 201: ref(Done) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const answer = await openCase(services, { ...intentOf(request), ...request.body, by });
        return sendAnswer(request, reply, await withStaff(services, answer), 201);
      },
    );

    app.post(
      '/cases/:id/commands',
      {
        schema: {
          operationId: 'commandCase',
          params: Params,
          headers: IntentHeaders,
          body: ref(CaseCommand),
          response: { 200: ref(Done) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { ask: given, ...rest } = request.body;
        const { id } = request.params;
        const ask = await caseAsk(services, id, given, by);
        if ('refused' in ask) return sendRefusal(request, reply, ask.refused);
        const answer = await commandCase(services, { ...intentOf(request), ...rest, dossier: id, ask, by });
        return sendAnswer(request, reply, await withStaff(services, answer));
      },
    );
  };
