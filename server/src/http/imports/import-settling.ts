import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type Static } from 'typebox';
import { discardImport } from '../../operations/imports/discard.ts';
import { settleImport, type Settling } from '../../operations/imports/decide.ts';
import { startImport } from '../../operations/imports/start.ts';
import { undoImport } from '../../operations/imports/undo.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import {
  ApplyImport,
  ChooseSheet,
  CorrectMapping,
  DecideBlanks,
  DecideImport,
  DiscardImport,
  UndoImport,
} from '../contract/import-asks.ts';
import { ImportView } from '../contract/import.ts';
import { Id, ref } from '../contract/named.ts';
import { answerImport } from './import-answer.ts';
import { IntentHeaders } from '../door/intent.ts';

const Params = Type.Object({ id: Id });

const deciding = (operationId: string, body: Parameters<typeof ref>[0]) => ({
  operationId,
  params: Params,
  headers: IntentHeaders,
  body: ref(body),
  response: { 200: ref(ImportView) },
});

const DECISIONS = [
  ['sheet', 'chooseImportSheet', ChooseSheet],
  ['mapping', 'correctImportMapping', CorrectMapping],
  ['blanks', 'decideImportBlanks', DecideBlanks],
  ['decisions', 'decideImport', DecideImport],
] as const;

/** What a person decides about an import: sheet, columns, blanks, questions; then bringing it in, and taking it back. */
export const importSettlingRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const [path, operationId, body] of DECISIONS) {
      app.post<{ Params: Static<typeof Params>; Body: Settling }>(
        `/imports/:id/${path}`,
        { schema: deciding(operationId, body) },
        async (request, reply) => {
          const by = await actorOf(services, request);
          return answerImport(
            services,
            request,
            reply,
            await settleImport(services, request.params.id, request.body, by),
          );
        },
      );
    }

    app.post(
      '/imports/:id/apply',
      { schema: { ...deciding('applyImport', ApplyImport), params: Params, body: ref(ApplyImport) } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const started = await startImport(
          services,
          request.params.id,
          { skipOpen: request.body.skipOpen ?? false },
          by,
        );
        return answerImport(services, request, reply, started);
      },
    );

    app.post(
      '/imports/:id/discard',
      { schema: { ...deciding('discardImport', DiscardImport), params: Params, body: ref(DiscardImport) } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const discarded = await discardImport(services, request.params.id, request.body.reason ?? '', by);
        return answerImport(services, request, reply, discarded);
      },
    );

    app.post(
      '/imports/:id/undo',
      { schema: { ...deciding('undoImport', UndoImport), params: Params, body: ref(UndoImport) } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const undone = await undoImport(services, request.params.id, request.body.reason, by);
        return answerImport(services, request, reply, undone);
      },
    );
  };
