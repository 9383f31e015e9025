import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { giveFeedback, readFeedback } from '../../operations/desk/feedback.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { Id, named, ref } from '../contract/named.ts';
import { FeedbackAsk, FeedbackList } from '../contract/people.ts';
import { IntentHeaders } from '../door/intent.ts';
import { problemDocument, sendProblem } from '../door/problem-document.ts';
import { COLLISIONS } from '../door/refusal.ts';

const FeedbackDone = named('FeedbackDone', Type.Object({ id: Id }));

/** 意见建议: anybody signed in writes and reads what they wrote; the office and the administrators read all of it. */
export const feedbackRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/feedback',
      {
        schema: {
          operationId: 'giveFeedback',
          headers: IntentHeaders,
          body: ref(FeedbackAsk),
          response: { 201: ref(FeedbackDone) },
        },
      },
      async (request, reply) => {
        const by = await keeperOf(services, request);
        // the key of the intent is the entry's id: sent twice, it stands once
        const id = await giveFeedback(services, by, { id: request.headers['idempotency-key'], ...request.body });
        if (id !== null) return reply.code(201).send({ id });
        return sendProblem(reply, problemDocument(request, 'key-reused', COLLISIONS['key-reused'], {}));
      },
    );

    app.get(
      '/feedback',
      {
        schema: {
          operationId: 'listFeedback',
          querystring: Type.Object({ after: Type.Optional(Id) }),
          response: { 200: ref(FeedbackList) },
        },
      },
      async (request) => readFeedback(services, await keeperOf(services, request), request.query.after ?? null),
    );
  };
