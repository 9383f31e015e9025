import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileFromWords, type CalendarFault } from '../../calendars/index.ts';
import { applyNotice } from '../../operations/calendar/apply-notice.ts';
import type { CalendarAnswer } from '../../operations/calendar/calendar-act.ts';
import { previewNotice, type Preview } from '../../operations/calendar/calendar-impact.ts';
import { discardNotice, enterNotice } from '../../operations/calendar/enter-notice.ts';
import { undoNotice } from '../../operations/calendar/undo-notice.ts';
import { shownTo } from '../../operations/dossiers/reading.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { sendCalendarFaults, sendCalendarRefusal } from './calendar-refusal.ts';
import {
  NoticeApplyAsk,
  NoticeBack,
  NoticeDiscardAsk,
  NoticeDone,
  NoticeEnterAsk,
  NoticeFromWords,
  NoticePreview,
  NoticePreviewAsk,
  NoticeUndoAsk,
  NoticeWaits,
  NoticeWordsAsk,
} from '../contract/calendar.ts';
import { ref } from '../contract/named.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { problemDocument, sendProblem } from '../door/problem-document.ts';
import { COLLISIONS } from '../door/refusal.ts';

const MOST_ROWS = 500;
const nothing = { faults: [], notice: null, impact: [], moves: 0, untouchedClosed: 0, digest: null };

const enterSchema = {
  operationId: 'enterNotice',
  headers: IntentHeaders,
  body: ref(NoticeEnterAsk),
  response: { 200: ref(NoticeWaits) },
};

const discardSchema = {
  operationId: 'discardNotice',
  headers: IntentHeaders,
  body: ref(NoticeDiscardAsk),
  response: { 200: ref(NoticeWaits) },
};

const undoSchema = {
  operationId: 'undoNotice',
  headers: IntentHeaders,
  body: ref(NoticeUndoAsk),
  response: { 200: ref(NoticeBack) },
};

/** A new notice: what it moves before it moves, entered by one, put in or discarded by another, taken back. */
export const noticeRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/calendar/preview',
      { schema: { operationId: 'previewNotice', body: ref(NoticePreviewAsk), response: { 200: ref(NoticePreview) } } },
      async (request, reply) => {
        const by = await keeperOf(services, request);
        const answer = await previewNotice(services, request.body.yaml, by);
        if ('faults' in answer) return { ...nothing, faults: answer.faults.map(shown) };
        if ('obstacle' in answer)
          return sendCalendarRefusal(request, reply, { code: 'not-allowed', obstacle: answer.obstacle, clause: null });
        return previewed(answer.preview, await shownTo(services, by.actor, answer.preview.impact.slice(0, MOST_ROWS)));
      },
    );

    app.post(
      '/calendar/words',
      {
        schema: { operationId: 'readNoticeWords', body: ref(NoticeWordsAsk), response: { 200: ref(NoticeFromWords) } },
      },
      async (request) => {
        await keeperOf(services, request);
        const file = fileFromWords(request.body.text);
        const doubts = (file?.doubts ?? []).map(({ words, zh, en }) => ({ words, text: { zh, en } }));
        return { yaml: file?.yaml ?? null, doubts };
      },
    );

    const applySchema = {
      operationId: 'applyNotice',
      headers: IntentHeaders,
      body: ref(NoticeApplyAsk),
      response: { 200: ref(NoticeDone) },
    };
    app.post('/calendar/apply', { schema: applySchema }, async (request, reply) => {
      const by = await keeperOf(services, request);
      return said(request, reply, await applyNotice(services, { ...request.body, by, intent: intentOf(request) }));
    });

    app.post('/calendar/enter', { schema: enterSchema }, async (request, reply) => {
      const by = await keeperOf(services, request);
      return said(request, reply, await enterNotice(services, { ...request.body, by, intent: intentOf(request) }));
    });

    app.post('/calendar/discard', { schema: discardSchema }, async (request, reply) => {
      const by = await keeperOf(services, request);
      return said(request, reply, await discardNotice(services, { ...request.body, by, intent: intentOf(request) }));
    });

    app.post('/calendar/undo', { schema: undoSchema }, async (request, reply) => {
      const by = await keeperOf(services, request);
      return said(request, reply, await undoNotice(services, { ...request.body, by, intent: intentOf(request) }));
    });
  };

function said<D extends object>(request: FastifyRequest, reply: FastifyReply, answer: CalendarAnswer<D>) {
  if ('faults' in answer) return sendCalendarFaults(request, reply, answer.faults);
  if ('refused' in answer) return sendCalendarRefusal(request, reply, answer.refused);
  if ('conflict' in answer)
    return sendProblem(reply, problemDocument(request, answer.conflict, COLLISIONS[answer.conflict], {}));
  if (answer.replayed) void reply.header('idempotency-replayed', 'true');
  return answer.done;
}

const shown = ({ line, column, key, zh, en }: CalendarFault) => ({ line, column, key, text: { zh, en } });

function previewed({ entered, impact, untouchedClosed, digest }: Preview, shownImpact: Preview['impact']) {
  const { jurisdiction, year, notices } = entered;
  const papers = notices.map(({ number, title, issued, source }) => ({ jurisdiction, number, title, issued, source }));
  return {
    faults: [],
    notice: { jurisdiction, year, notices: papers, occasions: notices.flatMap((one) => one.occasions) },
    impact: shownImpact,
    moves: impact.length,
    untouchedClosed,
    digest,
  };
}
