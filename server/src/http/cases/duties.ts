import { PassThrough } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { cellStates } from '@bihuan/core/duty';
import { Type } from 'typebox';
import { unknownDossier } from '../../operations/dossiers/command-dossier.ts';
import { openCorrection } from '../../operations/duties/correct.ts';
import { readDraw } from '../../operations/duties/draw.ts';
import { wallWorkbook } from '../../operations/duties/export-wall.ts';
import { readGathering } from '../../operations/duties/gathering.ts';
import { orderRound } from '../../operations/duties/order.ts';
import { readDuties } from '../../operations/duties/read-duties.ts';
import { urgeMissing } from '../../operations/duties/urge.ts';
import { readWall } from '../../operations/duties/wall.ts';
import { withStaff } from '../../operations/dossiers/staffed.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { Done } from '../contract/command.ts';
import {
  DutyDraw,
  DutyList,
  DutyWall,
  Gathering,
  MissingUrged,
  OpenCorrection,
  OrderRound,
  RoundOrdered,
  UrgeMissing,
} from '../contract/duty.ts';
import { Id, oneOf, ref, Words } from '../contract/named.ts';
import { whyNot } from '../problems/batch.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { sendAnswer, sendRefusal } from '../door/refusal.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const Params = Type.Object({ duty: Words(60) });
const PeriodParams = Type.Object({ duty: Words(60), period: Words(40) });
const WallQuery = Type.Object({ state: Type.Optional(Type.Array(oneOf(cellStates), { maxItems: cellStates.length })) });

/** What falls due again and again: what is owed and filed, the wall of a period, rounds by order, urging. */
export const dutyRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/duties', { schema: { operationId: 'listDuties', response: { 200: ref(DutyList) } } }, async (request) =>
      readDuties(services, await actorOf(services, request)),
    );

    app.get(
      '/duties/:duty/:period',
      { schema: { operationId: 'readWall', params: PeriodParams, response: { 200: ref(DutyWall) } } },
      async (request, reply) => {
        const { duty, period } = request.params;
        const wall = await readWall(services, await actorOf(services, request), duty, period);
        return wall ?? sendRefusal(request, reply, unknownDossier);
      },
    );

    app.get(
      '/duties/:duty/:period/draw',
      { schema: { operationId: 'readDraw', params: PeriodParams, response: { 200: ref(DutyDraw) } } },
      async (request, reply) => {
        const { duty, period } = request.params;
        const draw = await readDraw(services, await actorOf(services, request), duty, period);
        return draw ?? sendRefusal(request, reply, unknownDossier);
      },
    );

    app.get(
      '/duties/:duty/:period/wall.xlsx',
      {
        config: { load: 'export' },
        schema: { operationId: 'exportWall', params: PeriodParams, querystring: WallQuery },
      },
      async (request, reply) => {
        const { duty, period } = request.params;
        const book = await wallWorkbook(services, await actorOf(services, request), duty, period, request.query);
        if (!book) return sendRefusal(request, reply, unknownDossier);
        const stream = new PassThrough();
        book.write(stream).catch((error: unknown) => {
          request.log.error({ err: error }, 'export broke off');
          stream.destroy(error instanceof Error ? error : undefined); // a broken download, never half a file that looks whole
        });
        const name = encodeURIComponent(book.name);
        return reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`).type(XLSX).send(stream);
      },
    );

    app.get(
      '/gatherings/:id',
      {
        schema: { operationId: 'readGathering', params: Type.Object({ id: Id }), response: { 200: ref(Gathering) } },
      },
      async (request, reply) => {
        const gathering = await readGathering(services, await actorOf(services, request), request.params.id);
        return gathering ?? sendRefusal(request, reply, unknownDossier);
      },
    );

    await app.register(orderingRoutes(services));
    await app.register(urgingRoutes(services));
  };

/** Whoever may, orders a round; whoever owed a frozen return, opens one that corrects it. */
const orderingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/duties/:duty/order',
      {
        schema: {
          operationId: 'orderRound',
          params: Params,
          headers: IntentHeaders,
          body: ref(OrderRound),
          response: { 201: ref(RoundOrdered) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const asked = { ...intentOf(request), ...request.body, duty: request.params.duty, by };
        return sendAnswer(request, reply, await orderRound(services, asked), 201);
      },
    );

    app.post(
      '/duties/:duty/:period/corrections',
      {
        schema: {
          operationId: 'openCorrection',
          params: PeriodParams,
          headers: IntentHeaders,
          body: ref(OpenCorrection),
          response: { 201: ref(Done) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const asked = { ...intentOf(request), ...request.params, ...request.body, by };
        return sendAnswer(request, reply, await withStaff(services, await openCorrection(services, asked)), 201);
      },
    );
  };

/** One wish for everybody who has not filed. */
const urgingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/duties/:duty/:period/urge',
      {
        schema: {
          operationId: 'urgeMissing',
          params: PeriodParams,
          headers: IntentHeaders,
          body: ref(UrgeMissing),
          response: { 200: ref(MissingUrged) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { duty, period } = request.params;
        const urged = await urgeMissing(services, { ...intentOf(request), duty, period, text: request.body.text, by });
        if (!urged) return sendRefusal(request, reply, unknownDossier);
        return reply.send({
          urged: urged.urged,
          refused: urged.refused.map(({ number, answer }) => ({ number, ...whyNot(answer)! })),
        });
      },
    );
  };
