import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Answer } from '../../operations/dossiers/answer.ts';
import { withScans } from '../../operations/dossiers/asks.ts';
import { commandBatch } from '../../operations/problems/command-batch.ts';
import { readBatch } from '../../operations/problems/read-batch.ts';
import { withStaffEach } from '../../operations/dossiers/staffed.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../door/actor.ts';
import { BatchCommand, BatchDone, BatchQuery, BatchRows } from '../contract/batch.ts';
import { ref } from '../contract/named.ts';
import { fasterText } from '../door/faster-text.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { obstacleText } from '../door/obstacle-text.ts';
import { COLLISIONS, REFUSALS, sendRefusal } from '../door/refusal.ts';

/** One wish for many dossiers: 批量分类, 批量移交, 批量签收, 批量催办. What the chosen ones allow, and each answers for itself. */
export const batchRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/problems/batch',
      { schema: { operationId: 'readBatch', querystring: BatchQuery, response: { 200: ref(BatchRows) } } },
      async (request) => ({ rows: await readBatch(services, request.query.id, await actorOf(services, request)) }),
    );

    app.post(
      '/problems/commands',
      {
        schema: {
          operationId: 'commandProblems',
          headers: IntentHeaders,
          body: ref(BatchCommand),
          response: { 200: ref(BatchDone) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const { items, ask: given } = request.body;
        const ask = await withScans(services, given, by);
        if ('refused' in ask) return sendRefusal(request, reply, ask.refused);
        const results = await commandBatch(services, { ...intentOf(request), by, items, ask });
        const staffed = await withStaffEach(services, results);
        return {
          results: staffed.map(({ id, number, answer }) => ({
            id,
            number,
            done: 'done' in answer ? answer.done : null,
            refused: whyNot(answer),
          })),
        };
      },
    );
  };

/** A refusal as one line of a list. */
export function whyNot(answer: Answer<object>) {
  if ('done' in answer) return null;
  if ('stale' in answer) return { code: 'stale-version', ...fasterText(answer.stale), clause: null };
  if ('conflict' in answer)
    return {
      code: answer.conflict,
      zh: COLLISIONS[answer.conflict].title,
      en: COLLISIONS[answer.conflict].titleEn,
      clause: null,
    };
  const { refused } = answer;
  const { code, clause } = refused;
  if (refused.code === 'not-allowed') {
    const { obstacle } = refused;
    return { code, ...obstacleText(obstacle), clause, obstacle };
  }
  const text = { zh: REFUSALS[code].title, en: REFUSALS[code].titleEn };
  return { code, ...text, clause, ...(refused.code === 'bad-input' ? { faults: [...refused.faults] } : {}) };
}
