import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { LIMITS } from '../../files/limits.ts';
import { bringPeople, type Brought } from '../../operations/people/bring-people.ts';
import { emptyRoster } from '../../operations/people/empty-roster.ts';
import { readRosterFile } from '../../operations/people/read-roster.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { attachment } from '../door/attachment.ts';
import { takeBytes } from '../door/bytes.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { sendFileRefusal } from '../door/settled.ts';
import { ref } from '../contract/named.ts';
import { BringPeople, PeopleBrought, Roster, RosterQuery } from '../contract/roster.ts';
import { refuseKeeping, whyNotKept } from './keeping.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** People from a workbook: looked at without anything being kept, then brought in piece by piece. Administrators only. */
export const rosterRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    takeBytes(app);

    app.get('/people/roster.xlsx', { schema: { operationId: 'readRosterTemplate' } }, async (request, reply) => {
      const by = await keeperOf(services, request);
      if (!by.administrator) return refuseKeeping(request, reply, { code: 'not-administrator' });
      return reply
        .header('content-disposition', attachment('人员名册.xlsx'))
        .type(XLSX)
        .send(await emptyRoster());
    });

    app.post(
      '/people/roster',
      {
        config: { load: 'workbook' },
        // above the limit of a workbook, so that the refusal can say what to do
        bodyLimit: LIMITS.fileBytes + 1024 * 1024,
        schema: {
          operationId: 'readRoster',
          consumes: ['application/octet-stream'],
          headers: IntentHeaders,
          querystring: RosterQuery,
          response: { 200: ref(Roster) },
        },
      },
      async (request, reply) => {
        const by = await keeperOf(services, request);
        const body = request.body as Readable; // what the parser above passed on
        const { name, sheet = null, columns } = request.query;
        const read = await readRosterFile(services, body, by, { name, sheet, given: givenIn(columns) });
        if ('obstacle' in read) return refuseKeeping(request, reply, read.obstacle);
        if ('file' in read) return sendFileRefusal(request, reply, read.file);
        return reply.send(read.done);
      },
    );

    await app.register(bringRoutes(services));
  };

/** Brings people in, a piece of a list to a request. */
const bringRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/people/batch',
      {
        schema: {
          operationId: 'bringPeople',
          headers: IntentHeaders,
          body: ref(BringPeople),
          response: { 200: ref(PeopleBrought) },
        },
      },
      async (request, reply) => {
        const by = await keeperOf(services, request);
        if (!by.administrator) return refuseKeeping(request, reply, { code: 'not-administrator' });
        const people = request.body.people.map((one): Brought => {
          const postings = one.postings.map(({ until = null, ...given }) => ({ ...given, until }));
          return 'person' in one ? { ...one, postings } : { ...one, person: null, postings };
        });
        const answers = await bringPeople(services, { people, by, intent: intentOf(request) });
        return {
          results: answers.map((answer) => ({
            id: 'done' in answer ? answer.done.id : null,
            refused: whyNotKept(answer),
          })),
        };
      },
    );
  };

/** `3:phone,5:` as a map of columns; the contract has looked at its form. */
function givenIn(columns: string | undefined): ReadonlyMap<number, string> {
  const parts = columns === undefined ? [] : columns.split(',');
  return new Map(parts.map((part) => [Number(part.slice(0, part.indexOf(':'))), part.slice(part.indexOf(':') + 1)]));
}
