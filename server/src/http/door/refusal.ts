import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Obstacle, Refusal } from '@bihuan/core/access';
import type { Answer } from '../../operations/dossiers/answer.ts';
import { fasterText } from './faster-text.ts';
import { obstacleText } from './obstacle-text.ts';
import { problemDocument, sendProblem, type Wording } from './problem-document.ts';

/** The one place where the language of the domain becomes the language of HTTP. A new refusal will not compile without a status. */
export const REFUSALS = {
  'not-allowed': { status: 422, title: '现在不能这样办理', titleEn: 'This cannot be done now' },
  'bad-input': { status: 422, title: '填写的内容需要更正', titleEn: 'What was entered needs correcting' },
  'content-changed': {
    status: 409,
    title: '内容在您查看之后有改动，请重新查看后再办理',
    titleEn: 'The content changed after it was shown to you',
  },
} as const satisfies Record<Refusal['code'], Wording>;

/** What comes of two people, or of one request sent twice. */
export const COLLISIONS = {
  'stale-version': { status: 409, title: '已有人先办理，请刷新后再办', titleEn: 'Somebody was faster' },
  'key-reused': {
    status: 422,
    title: '同一请求编号用于了不同内容',
    titleEn: 'This idempotency key was used for something else',
  },
  'number-taken': { status: 409, title: '编号已被使用', titleEn: 'This number is already taken' },
} as const satisfies Record<string, Wording>;

const NOT_YOURS = { status: 403, title: '这件事不能由您办理', titleEn: 'This is not yours to do' };

/** What says more than "not now": no waiting helps. */
const BY_OBSTACLE: Partial<Record<Obstacle['code'], Wording>> = {
  'unknown-dossier': { status: 404, title: '没有找到', titleEn: 'Not found' },
  'wrong-seat': NOT_YOURS,
  'own-work': NOT_YOURS,
  'own-draft': NOT_YOURS,
  'own-term': NOT_YOURS,
};

/** Sends an answer: what was done, or why not. `status` is that of success. */
export function sendAnswer<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer<T>,
  status = 200,
): FastifyReply {
  if ('done' in answer) {
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    return reply.code(status).send(answer.done);
  }
  if ('refused' in answer) return sendRefusal(request, reply, answer.refused);
  if ('stale' in answer) {
    const { version, ...faster } = answer.stale;
    const { zh, en } = fasterText(answer.stale);
    const more = { detail: zh, detailEn: en, faster, version };
    return sendProblem(reply, problemDocument(request, 'stale-version', COLLISIONS['stale-version'], more));
  }
  return sendProblem(reply, problemDocument(request, answer.conflict, COLLISIONS[answer.conflict], {}));
}

/** Sends what stands in the way where no clause of the plan does, in the words of the door it stands at. */
export function sendObstacle(
  request: FastifyRequest,
  reply: FastifyReply,
  obstacle: { readonly code: string },
  { status, zh, en }: { readonly status: number; readonly zh: string; readonly en: string },
): FastifyReply {
  const wording = { ...REFUSALS['not-allowed'], status };
  return sendProblem(reply, problemDocument(request, 'not-allowed', wording, { detail: zh, detailEn: en, obstacle }));
}

/** Sends a refusal with the obstacle or the faults, and the clause it rests on. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refused: Refusal): FastifyReply {
  const wording = REFUSALS[refused.code];
  const clause = refused.clause === null ? {} : { clause: refused.clause };
  if (refused.code === 'bad-input')
    return sendProblem(reply, problemDocument(request, refused.code, wording, { faults: refused.faults, ...clause }));
  if (refused.code === 'content-changed')
    return sendProblem(reply, problemDocument(request, refused.code, wording, clause));
  const { obstacle } = refused;
  const text = obstacleText(obstacle);
  const code = obstacle.code === 'unknown-dossier' ? 'unknown-dossier' : refused.code;
  return sendProblem(
    reply,
    problemDocument(request, code, BY_OBSTACLE[obstacle.code] ?? wording, {
      detail: text.zh,
      detailEn: text.en,
      obstacle,
      ...clause,
    }),
  );
}
