import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { setAppearance } from '../../operations/appearance/appearance.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { Appearance, AppearanceAsk } from '../contract/session.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { problemDocument, sendProblem } from '../door/problem-document.ts';
import { COLLISIONS, REFUSALS } from '../door/refusal.ts';
import { CONFLICTS, refuseKeeping } from './keeping.ts';

/** The name and the two colours of the installation. Everybody reads them with the session; an administrator chooses. */
export const appearanceRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/appearance',
      {
        schema: {
          operationId: 'setAppearance',
          headers: IntentHeaders,
          body: ref(AppearanceAsk),
          response: { 200: ref(Appearance) },
        },
      },
      async (request, reply) => {
        const by = await keeperOf(services, request);
        const answer = await setAppearance(services, { chosen: request.body, by, intent: intentOf(request) });
        if ('done' in answer) return answer.done;
        if ('notKeeper' in answer) return refuseKeeping(request, reply, { code: 'not-administrator' });
        if ('faults' in answer)
          return sendProblem(
            reply,
            problemDocument(request, 'bad-input', REFUSALS['bad-input'], { faults: answer.faults }),
          );
        const { conflict } = answer;
        const wording = conflict === 'key-reused' ? COLLISIONS[conflict] : CONFLICTS[conflict];
        return sendProblem(reply, problemDocument(request, conflict, wording, {}));
      },
    );
  };
