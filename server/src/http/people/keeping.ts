import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonObstacle, PersonRefusal } from '@bihuan/core/person';
import type { PersonAnswer } from '../../operations/people/people.ts';
import { problemDocument, sendProblem, type Wording } from '../door/problem-document.ts';
import { COLLISIONS, REFUSALS, sendObstacle } from '../door/refusal.ts';

/** Why an account cannot be kept that way, with the status it answers with. */
const OBSTACLES = {
  'not-administrator': { status: 403, zh: '此项由系统管理员办理。', en: 'This is for an administrator of the system.' },
  'unknown-person': { status: 404, zh: '没有此人。', en: 'There is no such person.' },
  'already-added': { status: 422, zh: '此人已在册。', en: 'This person is here already.' },
  'no-such-posting': { status: 404, zh: '此人没有这项任职。', en: 'This person never held that post.' },
  'administrator-holds-no-post': {
    status: 422,
    zh: '系统管理员不担任方案中的职务，请另建账号。',
    en: 'An administrator holds no post of the plan; use another account.',
  },
  'own-account': { status: 422, zh: '不能停用自己的账号。', en: 'Nobody deactivates their own account.' },
  'own-password': {
    status: 422,
    zh: '修改自己的密码须输入原密码，请在“我的”页面办理。',
    en: 'One’s own password is changed with the old one, on the page “Me”.',
  },
  'nothing-to-do': { status: 422, zh: '已经如此，无须办理。', en: 'It is so already.' },
} as const satisfies Record<PersonObstacle['code'], { status: number; zh: string; en: string }>;

/** What stood in the way of a change of accounts that somebody else was making, or a key that was used. */
export const CONFLICTS = {
  'key-reused': COLLISIONS['key-reused'],
  'username-taken': { status: 409, title: '用户名已被使用', titleEn: 'This user name is taken' },
  'changed-meanwhile': { status: 409, title: '已有人先办理，请刷新后再办', titleEn: 'Somebody was faster' },
} as const satisfies Record<string, Wording>;

/** Sends how a command about a person ended. */
export function sendPersonAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: PersonAnswer,
  status = 200,
): FastifyReply {
  if ('done' in answer) {
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    return reply.code(status).send(answer.done);
  }
  if ('conflict' in answer)
    return sendProblem(reply, problemDocument(request, answer.conflict, CONFLICTS[answer.conflict], {}));
  return sendPersonRefusal(request, reply, answer.refused);
}

/** Why one person of a list was not brought in, as a line beside it; null where it was. */
export function whyNotKept(answer: PersonAnswer) {
  if ('done' in answer) return null;
  if ('conflict' in answer) {
    const { title: zh, titleEn: en } = CONFLICTS[answer.conflict];
    return { code: answer.conflict, zh, en, faults: [] };
  }
  const { refused } = answer;
  if (refused.code === 'bad-input') {
    const { title: zh, titleEn: en } = REFUSALS['bad-input'];
    return { code: refused.code, zh, en, faults: [...refused.faults] };
  }
  const { zh, en } = OBSTACLES[refused.obstacle.code];
  return { code: refused.obstacle.code, zh, en, faults: [] };
}

function sendPersonRefusal(request: FastifyRequest, reply: FastifyReply, refused: PersonRefusal): FastifyReply {
  if (refused.code === 'bad-input')
    return sendProblem(reply, problemDocument(request, 'bad-input', REFUSALS['bad-input'], { faults: refused.faults }));
  return refuseKeeping(request, reply, refused.obstacle);
}

/** Refuses what only an administrator may do, or what an account does not allow. */
export function refuseKeeping(request: FastifyRequest, reply: FastifyReply, obstacle: PersonObstacle): FastifyReply {
  return sendObstacle(request, reply, obstacle, OBSTACLES[obstacle.code]);
}
