import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isFull } from '../../disk.ts';
import { ClockWrong } from '../../machine-clock.ts';
import { StrangeInput } from '../../operations/dossiers/strange-input.ts';
import { PasswordDue } from './actor.ts';
import { isOverload } from './overload.ts';
import { describeInput, type InputFault } from './validation.ts';

/** An answer that is not what was asked for (RFC 9457). `code` never changes once published; wording may. */
export type ProblemDocument = {
  readonly type: `urn:bihuan:problem:${string}`;
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  /** What happened, why (the clause) and what to do, Chinese. */
  readonly detail?: string;
  /** Tells this occurrence from others: the request id that the log has too. */
  readonly instance: `urn:bihuan:request:${string}`;
  /** For `invalid-input`: each place in the input and what is wrong there. */
  readonly errors?: readonly InputFault[];
};

/** What HTTP itself refuses. Refusals of the law have their own table. */
export const PROTOCOL = {
  // before the other 400: an error that brings only a status is the latter
  'broken-off': { status: 400, title: '内容没有传完，请重新提交', titleEn: 'It did not arrive whole; send it again' },
  'invalid-input': { status: 400, title: '提交的内容不符合要求', titleEn: 'The input does not fit' },
  unauthenticated: { status: 401, title: '请先登录', titleEn: 'Sign in first' },
  // before the other 403, as above
  'password-due': {
    status: 403,
    title: '这个密码是别人转交的，请先改成只有自己知道的密码',
    titleEn: 'This password was handed to you: change it to one that only you know first',
  },
  forbidden: { status: 403, title: '无权办理', titleEn: 'Not allowed' },
  'not-found': { status: 404, title: '没有找到', titleEn: 'Not found' },
  'method-not-allowed': { status: 405, title: '此地址不支持这种操作', titleEn: 'Method not allowed' },
  'too-slow': { status: 408, title: '等待超时，请重试', titleEn: 'The request took too long' },
  'too-large': { status: 413, title: '提交的内容过大', titleEn: 'The input is too large' },
  'wrong-type': { status: 415, title: '内容格式不受支持', titleEn: 'This content type is not supported' },
  'too-many': { status: 429, title: '操作过于频繁，请稍后再试', titleEn: 'Too many requests' },
  'disk-full': {
    status: 507,
    title: '磁盘空间不足，没有保存，请联系管理员清理后再试',
    titleEn: 'The disk is full: nothing was saved',
  },
  internal: { status: 500, title: '系统出错，请凭编号联系管理员', titleEn: 'Something broke; quote the request id' },
  'clock-wrong': {
    status: 503,
    title: '服务器系统时间异常，暂停办理，请联系管理员校正',
    titleEn: 'The clock of the server is wrong: nothing is recorded until it is right',
  },
  busy: { status: 503, title: '系统繁忙，请稍后再试', titleEn: 'Busy, try again shortly' },
} as const satisfies Record<string, { status: number; title: string; titleEn: string }>;

/** A code that is the door’s own, not the core’s: clients may rely on these staying as they are. */
export type ProtocolCode = keyof typeof PROTOCOL;

/** A refusal's entry in a table like `PROTOCOL`. */
export type Wording = { readonly status: number; readonly title: string; readonly titleEn: string };

/** Builds the document; `more` adds members of its own (RFC 9457 §3.2) such as `clause` or `version`. */
export function problemDocument<More extends object>(
  request: FastifyRequest,
  code: string,
  wording: Wording,
  more: More & { detail?: string },
): ProblemDocument & More {
  const { status, title, titleEn } = wording;
  return {
    type: `urn:bihuan:problem:${code}`,
    code,
    status,
    title,
    titleEn,
    instance: `urn:bihuan:request:${request.id}`,
    ...more,
  };
}

/** Sends a document under its own status and media type. */
export function sendProblem(reply: FastifyReply, document: ProblemDocument): FastifyReply {
  if (document.status === 503) void reply.header('retry-after', '2');
  return reply.code(document.status).type('application/problem+json').send(document);
}

/** Refuses what HTTP itself refuses, by its code. */
export function refuseRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProtocolCode,
  detail?: string,
): FastifyReply {
  return sendProblem(reply, problemDocument(request, code, PROTOCOL[code], detail === undefined ? {} : { detail }));
}

const BY_STATUS: ReadonlyMap<number, ProtocolCode> = new Map(
  Object.entries(PROTOCOL).map(([code, { status }]) => [status, code as ProtocolCode]), // keys of PROTOCOL
);

/**
 * The last handler. A refusal has been answered before; what arrives here is bad input, too much load, or a bug.
 * A bug is logged with the request id and never described to the caller.
 */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.validation) {
    const errors = describeInput(error.validation, error.validationContext ?? 'body');
    const document = problemDocument(request, 'invalid-input', PROTOCOL['invalid-input'], {
      detail: errors[0]?.message ?? '',
      errors,
    });
    return sendProblem(reply, document);
  }
  if (error instanceof StrangeInput) {
    const { fault } = error;
    const more = { detail: fault.message, errors: [fault] };
    return sendProblem(reply, problemDocument(request, 'invalid-input', PROTOCOL['invalid-input'], more));
  }
  // whoever sends went away in the middle: no fault of ours, and seldom read by anybody
  const gone = request.raw.destroyed && !request.raw.complete;
  // a connection that was reset means too much load, unless it is the sender's own
  if (isOverload(error) && !(gone && request.raw.errored === error)) return refuseRequest(request, reply, 'busy');
  if (isFull(error)) return refuseRequest(request, reply, 'disk-full');
  if (error instanceof PasswordDue) return refuseRequest(request, reply, 'password-due');
  if (error instanceof ClockWrong) return refuseRequest(request, reply, 'clock-wrong', wrongClock(error));
  if (gone) return refuseRequest(request, reply, 'broken-off');
  const code =
    BY_STATUS.get(error.statusCode ?? 500) ?? ((error.statusCode ?? 500) < 500 ? 'invalid-input' : 'internal');
  if (code === 'internal') request.log.error({ err: error }, 'bug');
  return refuseRequest(request, reply, code);
}

/** What the framework refuses before any hook runs: an address that is none (`%` without two digits). In our words, not in its own. */
export function answerFramework(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const detail = {
    detail: '网址中的“%”不完整，请从页面重新打开',
    detailEn: 'A % in the address stands for nothing; open it from the page again',
  };
  const document = problemDocument(request, 'invalid-input', PROTOCOL['invalid-input'], detail);
  void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  sendProblem(reply, document);
}

/** Both times, so that whoever keeps the machine sees at once what is wrong with it. */
const wrongClock = ({ why, says, expected }: ClockWrong): string =>
  why === 'ahead'
    ? `系统时间突然快到 ${says}，应约为 ${expected}（均为 UTC）。校正后自动恢复；确认现在的时间正确的，重新启动服务。`
    : `系统时间为 ${says}，早于已有记录的时间 ${expected}（均为 UTC）。校正后自动恢复。`;
