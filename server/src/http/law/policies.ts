import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicationObstacle, PublicationRefusal } from '@bihuan/core/publication';
import { confirmRuling } from '../../operations/law/confirm-ruling.ts';
import { readPolicies, readPolicy } from '../../operations/law/read-policies.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { ConfirmAsk, PolicyList, PolicyParams, PolicyView, RulingDone, RulingParams } from '../contract/policy.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { problemDocument, refuseRequest, sendProblem } from '../door/problem-document.ts';
import { COLLISIONS, REFUSALS, sendObstacle } from '../door/refusal.ts';

const OBSTACLES = {
  'not-administrator': { status: 403, zh: '此项由系统管理员办理。', en: 'This is for an administrator of the system.' },
  'edition-immutable': {
    status: 409,
    zh: '该版方案已发布，不可更改。',
    en: 'This edition is published and never changes.',
  },
  'already-published': { status: 409, zh: '该版方案已发布。', en: 'This edition is published already.' },
  'other-region': { status: 422, zh: '这是其他地区的方案。', en: 'This is the plan of another place.' },
  'faults-open': { status: 422, zh: '方案中还有问题未经裁定。', en: 'There are faults without a ruling.' },
  'units-dropped': {
    status: 422,
    zh: '未办结的事项中有单位不在这一版单位表内。请在发布时写明由谁、自何日承接（--successor），或在单位表中保留该单位并写明（succeeded-by），或先在这些事项中改由其他单位承办。',
    en: 'Open dossiers name units that this edition leaves out. Say as you publish who takes over and from when (--successor), or keep them in its list of units and say so there (succeeded-by), or name others in those dossiers first.',
  },
  'successors-astray': {
    status: 422,
    zh: '所写的承接单位有误，请核对单位、承接日期和理由。',
    en: 'A successor that was named cannot be one: compare units, day and reason.',
  },
  'not-published': { status: 404, zh: '没有发布过这一版方案。', en: 'This edition was never published.' },
  'not-coordinator': {
    status: 403,
    zh: '裁定由牵头协调单位的领导确认。',
    en: 'Rulings are confirmed by a leader of the coordinating office.',
  },
  'nobody-leads': {
    status: 422,
    zh: '这一版方案没有写明哪个岗位是牵头协调单位的领导，无人可确认；请在新一版方案的 posts 中写明 leads: true 后发布。',
    en: 'This edition names no post that leads the coordinating office, so nobody can confirm; publish a new edition whose posts say leads: true.',
  },
  'unknown-ruling': { status: 404, zh: '没有这项裁定。', en: 'There is no such ruling.' },
  'already-confirmed': { status: 422, zh: '这项裁定已经确认。', en: 'This ruling is confirmed already.' },
} as const satisfies Record<PublicationObstacle['code'], { status: number; zh: string; en: string }>;

/** The plan as it is in force: editions, routes said and drawn, faults, rulings, and a place to try facts. */
export const policyRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/policies',
      { schema: { operationId: 'listPolicies', response: { 200: ref(PolicyList) } } },
      async (request) => {
        await keeperOf(services, request);
        return { policies: await readPolicies(services) };
      },
    );

    app.get(
      '/policies/:edition',
      { schema: { operationId: 'readPolicy', params: PolicyParams, response: { 200: ref(PolicyView) } } },
      async (request, reply) => {
        const policy = await readPolicy(services, await keeperOf(services, request), request.params.edition);
        return policy ?? refuseRequest(request, reply, 'not-found');
      },
    );

    const rulingSchema = {
      operationId: 'confirmRuling',
      params: RulingParams,
      headers: IntentHeaders,
      body: ref(ConfirmAsk),
      response: { 200: ref(RulingDone) },
    };
    app.post('/policies/:edition/rulings/:id/confirm', { schema: rulingSchema }, async (request, reply) => {
      const by = await keeperOf(services, request);
      const { edition, id: ruling } = request.params;
      const answer = await confirmRuling(services, {
        edition,
        ruling,
        note: request.body.note,
        by,
        intent: intentOf(request),
      });
      if ('refused' in answer) return sendRefused(request, reply, answer.refused);
      if ('conflict' in answer)
        return sendProblem(reply, problemDocument(request, answer.conflict, COLLISIONS[answer.conflict], {}));
      if (answer.replayed) void reply.header('idempotency-replayed', 'true');
      return answer.done;
    });
  };

function sendRefused(request: FastifyRequest, reply: FastifyReply, refused: PublicationRefusal): FastifyReply {
  if (refused.code === 'bad-input')
    return sendProblem(reply, problemDocument(request, 'bad-input', REFUSALS['bad-input'], { faults: refused.faults }));
  return sendObstacle(request, reply, refused.obstacle, OBSTACLES[refused.obstacle.code]);
}
