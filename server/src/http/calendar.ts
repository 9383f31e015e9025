import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { CalendarFault } from '../calendars/index.ts';
import { applyNotice } from '../operations/apply-notice.ts';
import { previewNotice } from '../operations/calendar-impact.ts';
import { countDue, readCalendars, readCalendarYear } from '../operations/read-calendar.ts';
import type { Services } from '../services.ts';
import { keeperOf } from './actor.ts';
import { CalendarList, CalendarYearView, DueAsk, DueView, NoticeApplyAsk, NoticeDone, NoticePreview, NoticePreviewAsk, YearParams } from './contract/calendar.ts';
import { ref } from './contract/named.ts';
import { termOf } from './due-term.ts';
import { intentOf, IntentHeaders } from './intent.ts';
import { sendCalendarRefusal, sendCalendarFaults } from './calendar-refusal.ts';
import { problemDocument, sendProblem } from './problem-document.ts';
import { COLLISIONS, REFUSALS } from './refusal.ts';

const MOST_ROWS = 500;
const nothing = { faults: [], notice: null, impact: [], moves: 0, untouchedClosed: 0, digest: null };

/** The calendar at a glance, a new notice with what it moves before it moves, and the clock anybody can ask. */
export const calendarRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/calendar', { schema: { operationId: 'listCalendars', response: { 200: ref(CalendarList) } } }, async (request) => {
      await keeperOf(services, request);
      return (await readCalendars(services)) as never; // the serializer checks it against the contract
    });

    app.get('/calendar/:year', { schema: { operationId: 'readCalendarYear', params: YearParams, response: { 200: ref(CalendarYearView) } } }, async (request) => {
      await keeperOf(services, request);
      return readCalendarYear(services, request.params.year);
    });

    app.post('/calendar/preview', { schema: { operationId: 'previewNotice', body: ref(NoticePreviewAsk), response: { 200: ref(NoticePreview) } } }, async (request, reply) => {
      const by = await keeperOf(services, request);
      const answer = await previewNotice(services, request.body.yaml, by);
      if ('faults' in answer) return { ...nothing, faults: answer.faults.map(shown) };
      if ('obstacle' in answer) return sendCalendarRefusal(request, reply, { code: 'not-allowed', obstacle: answer.obstacle, clause: null });
      const { entered, impact, untouchedClosed, digest } = answer.preview;
      const { jurisdiction, year, notices } = entered;
      const notice = { jurisdiction, year, notices: notices.map(({ number, title, issued, source }) => ({ jurisdiction, number, title, issued, source })) };
      return { faults: [], notice, impact: impact.slice(0, MOST_ROWS), moves: impact.length, untouchedClosed, digest } as never; // as above
    });

    const applySchema = { operationId: 'applyNotice', headers: IntentHeaders, body: ref(NoticeApplyAsk), response: { 200: ref(NoticeDone) } };
    app.post('/calendar/apply', { schema: applySchema }, async (request, reply) => {
      const by = await keeperOf(services, request);
      const answer = await applyNotice(services, { ...request.body, by, intent: intentOf(request) });
      if ('faults' in answer) return sendCalendarFaults(request, reply, answer.faults);
      if ('refused' in answer) return sendCalendarRefusal(request, reply, answer.refused);
      if ('conflict' in answer) return sendProblem(reply, problemDocument(request, answer.conflict, COLLISIONS[answer.conflict], {}));
      if (answer.replayed) void reply.header('idempotency-replayed', 'true');
      return answer.done;
    });

    app.post('/due', { schema: { operationId: 'countDue', body: ref(DueAsk), response: { 200: ref(DueView) } } }, async (request, reply) => {
      await keeperOf(services, request);
      const asked = termOf(request.body);
      if ('faults' in asked) return sendProblem(reply, problemDocument(request, 'bad-input', REFUSALS['bad-input'], { faults: asked.faults }));
      return countDue(services, asked.from, asked.term) as never; // as above
    });
  };

const shown = ({ line, column, key, zh, en }: CalendarFault) => ({ line, column, key, text: { zh, en } });
