import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { countDue } from '../../operations/calendar/count-due.ts';
import { readCalendars, readCalendarYear } from '../../operations/calendar/read-calendar.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { sendNotCounted } from './calendar-refusal.ts';
import { CalendarList, CalendarYearView, DueAsk, DueView, YearParams } from '../contract/calendar.ts';
import { ref } from '../contract/named.ts';
import { termOf } from './due-term.ts';
import { problemDocument, sendProblem } from '../door/problem-document.ts';
import { REFUSALS } from '../door/refusal.ts';

/** The calendar at a glance, and the clock anybody can ask. */
export const calendarRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/calendar',
      { schema: { operationId: 'listCalendars', response: { 200: ref(CalendarList) } } },
      async (request) => {
        return readCalendars(services, await keeperOf(services, request));
      },
    );

    app.get(
      '/calendar/:year',
      { schema: { operationId: 'readCalendarYear', params: YearParams, response: { 200: ref(CalendarYearView) } } },
      async (request) => {
        await keeperOf(services, request);
        return readCalendarYear(services, request.params.year);
      },
    );

    app.post(
      '/due',
      { schema: { operationId: 'countDue', body: ref(DueAsk), response: { 200: ref(DueView) } } },
      async (request, reply) => {
        await keeperOf(services, request);
        const asked = termOf(request.body);
        if ('faults' in asked)
          return sendProblem(
            reply,
            problemDocument(request, 'bad-input', REFUSALS['bad-input'], { faults: asked.faults }),
          );
        const answer = countDue(services, asked.from, asked.term);
        return 'not' in answer ? sendNotCounted(request, reply, answer.not) : answer.view;
      },
    );
  };
