import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type, type TSchema } from 'typebox';
import type { PostingAsk as Posting } from '@bihuan/core/person';
import { commandPerson, type PersonAsked } from '../../operations/people/people.ts';
import type { Services } from '../../services.ts';
import { keeperOf } from '../door/actor.ts';
import { Id, ref } from '../contract/named.ts';
import { CorrectPerson, EndPosting, PersonDone, PostingAsk, SetActive, SetPassword } from '../contract/people.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { sendPersonAnswer } from './keeping.ts';

const Params = Type.Object({ id: Id });

type Asked = Omit<Posting, 'id' | 'until'> & { readonly until?: Posting['until'] };

/** A posting as asked for, with an id of its own. */
export const posting = ({ unit, post, from, until = null }: Asked): Posting => ({
  id: randomUUID(),
  unit,
  post,
  from,
  until,
});

/** One person's posts, account and password. Administrators change them. */
export const accountRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    const change = <B extends TSchema>(operationId: string, body: B) => ({
      schema: { operationId, params: Params, headers: IntentHeaders, body, response: { 200: ref(PersonDone) } },
    });

    app.post('/people/:id/postings', change('holdPost', ref(PostingAsk)), async (request, reply) => {
      return keep(services, request, reply, {
        person: request.params.id,
        ask: { type: 'HoldPost', posting: posting(request.body) },
      });
    });

    app.post('/people/:id/postings/end', change('leavePost', ref(EndPosting)), async (request, reply) => {
      const { posting: held, until } = request.body;
      return keep(services, request, reply, {
        person: request.params.id,
        ask: { type: 'LeavePost', posting: held, until },
      });
    });

    app.post('/people/:id/active', change('setActive', ref(SetActive)), async (request, reply) => {
      return keep(services, request, reply, {
        person: request.params.id,
        ask: { type: 'SetActive', active: request.body.active },
      });
    });

    app.post('/people/:id/correction', change('correctPerson', ref(CorrectPerson)), async (request, reply) => {
      return keep(services, request, reply, {
        person: request.params.id,
        ask: { type: 'CorrectPerson', ...request.body },
      });
    });

    app.post('/people/:id/password', change('setPassword', ref(SetPassword)), async (request, reply) => {
      return keep(services, request, reply, {
        person: request.params.id,
        ask: { type: 'SetPassword' },
        password: request.body.password,
      });
    });
  };

async function keep(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Pick<PersonAsked, 'person' | 'ask' | 'password'>,
): Promise<FastifyReply> {
  const by = await keeperOf(services, request);
  return sendPersonAnswer(request, reply, await commandPerson(services, { ...asked, by, intent: intentOf(request) }));
}
