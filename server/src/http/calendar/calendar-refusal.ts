import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CalendarObstacle, CalendarRefusal } from '@bihuan/core/calendar-amendment';
import type { CalendarFault } from '../../calendars/index.ts';
import type { NotCounted } from '../../operations/calendar/count-due.ts';
import { problemDocument, sendProblem } from '../door/problem-document.ts';
import { REFUSALS, sendObstacle } from '../door/refusal.ts';

const OBSTACLES = {
  'not-calendar-keeper': {
    status: 403,
    zh: '放假通知由牵头协调单位或系统管理员录入。',
    en: 'Notices are put in by the coordinating office or an administrator.',
  },
  'not-our-calendar': {
    status: 422,
    zh: '本方案不按这个地区的日历计算。',
    en: 'The plan does not count by the calendar of this place.',
  },
  'changes-nothing': {
    status: 422,
    zh: '日历已是如此，也没有时限要移动。',
    en: 'The calendar says so already and no clock moves.',
  },
  'entered-already': {
    status: 409,
    zh: '这份通知已有人录入，待另一人核对启用。',
    en: 'This notice is entered already and waits for a second person.',
  },
  'not-waiting': {
    status: 409,
    zh: '这份通知已不在待核对之列，可能已启用或已退回，请刷新后查看。',
    en: 'This notice does not wait any more: it was put in or discarded meanwhile. Reload to see it.',
  },
  'not-entered': {
    status: 422,
    zh: '放假通知须先由一人录入，再由另一人核对启用。',
    en: 'A notice is entered by one person and put in by another.',
  },
  'entered-by-you': {
    status: 403,
    zh: '这份通知是您录入的，请由另一人核对启用。',
    en: 'You entered this notice; somebody else puts it in.',
  },
  'not-latest': {
    status: 422,
    zh: '只能撤回最近启用的一份通知。',
    en: 'Only the last notice that stands is taken back.',
  },
  'clocks-met': {
    status: 422,
    zh: '已有时限按这份通知办结，不能撤回；有误的，请以同一文号重新录入改正后的内容。',
    en: 'Limits have been met under this notice, so it stays; to correct it, enter it again under its number.',
  },
} as const satisfies Record<CalendarObstacle['code'], { status: number; zh: string; en: string }>;

/** Sends why a notice is not put in. */
export function sendCalendarRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: CalendarRefusal,
): FastifyReply {
  if (refused.code === 'content-changed') {
    const detail = '受影响的时限在您查看之后有变化，请重新预览后再确认。';
    const detailEn = 'The clocks affected have changed since you looked. Preview them again, then confirm.';
    return sendProblem(
      reply,
      problemDocument(request, 'content-changed', REFUSALS['content-changed'], { detail, detailEn }),
    );
  }
  return sendObstacle(request, reply, refused.obstacle, OBSTACLES[refused.obstacle.code]);
}

/** Sends what is wrong in the text of a notice, line by line. */
export function sendCalendarFaults(
  request: FastifyRequest,
  reply: FastifyReply,
  faults: readonly CalendarFault[],
): FastifyReply {
  const [first] = faults;
  const listed = faults.map(({ line, key }) => ({ field: `yaml:${line} ${key}`, code: 'malformed' }));
  return sendProblem(
    reply,
    problemDocument(request, 'bad-input', REFUSALS['bad-input'], {
      detail: first?.zh ?? '',
      detailEn: first?.en ?? '',
      faults: listed,
    }),
  );
}

/** Sends why a term cannot be counted. */
export function sendNotCounted(request: FastifyRequest, reply: FastifyReply, not: NotCounted): FastifyReply {
  const said =
    not.why === 'too-long'
      ? { detail: '期限超过十年，无法推算。', detailEn: 'The term is longer than ten years.', field: 'workdays' }
      : {
          detail: `没有收录${not.first}年以前的放假安排，起算日不早于${not.first}年1月1日。`,
          detailEn: `Notices before ${not.first} are not kept: start on ${not.first}-01-01 or later.`,
          field: 'from',
        };
  const { field, ...words } = said;
  const faults = [{ field, code: not.why === 'too-long' ? 'too-long' : 'malformed' }];
  return sendProblem(reply, problemDocument(request, 'bad-input', REFUSALS['bad-input'], { ...words, faults }));
}
