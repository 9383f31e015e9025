import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readQuestions } from '../../operations/questions/read.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { QuestionList } from '../contract/question.ts';

/** 待定事项: what plans leave open, and what was ruled on it. A ruling itself is asked of the dossier. */
export const questionRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/questions',
      { schema: { operationId: 'listQuestions', response: { 200: ref(QuestionList) } } },
      async (request) => readQuestions(services, await actorOf(services, request)),
    );
  };
