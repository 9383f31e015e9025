import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { demonstrationPeople, signInForDemonstration } from '../../operations/people/demonstration-sign-in.ts';
import { signInWithPassword, signOut } from '../../operations/people/session.ts';
import type { Services } from '../../services.ts';
import { ref } from '../contract/named.ts';
import { DemonstrationAsk, DemonstrationPeople, SessionView, SignInAsk } from '../contract/session.ts';
import { fromThisMachine } from '../door/origin.ts';
import { view, welcome, type Demonstration } from './session-view.ts';
import { problemDocument, refuseRequest, sendProblem, type Wording } from '../door/problem-document.ts';

/** What sign-in refuses. Which of name and password was wrong is nobody's business. */
export const SIGN_IN_REFUSALS = {
  'wrong-password': { status: 401, title: '用户名或密码不正确', titleEn: 'User name or password is wrong' },
  deactivated: {
    status: 403,
    title: '此账号已停用，请联系本单位的系统管理员',
    titleEn: 'This account has been deactivated; ask the administrator',
  },
  locked: { status: 429, title: '密码连续输错，暂停登录', titleEn: 'Too many wrong passwords: locked for a while' },
} as const satisfies Record<string, Wording>;

const SIGN_OUT = { operationId: 'signOut', response: { 204: Type.Null() } };

/** Signing in and out, and what the page must know of whoever sits before it. */
export const sessionRoutes =
  (services: Services, { demonstration, otherDay, daysApart }: Demonstration): FastifyPluginAsyncTypebox =>
  async (app) => {
    const offeredTo = (request: FastifyRequest): Demonstration => ({
      demonstration: demonstration && fromThisMachine(request),
      otherDay,
      daysApart,
    });
    app.get(
      '/session',
      { schema: { operationId: 'readSession', response: { 200: ref(SessionView) } } },
      async (request) => {
        return view(services, request.headers.cookie, offeredTo(request));
      },
    );

    app.post(
      '/session',
      {
        config: { load: 'entrance' },
        schema: { operationId: 'signIn', body: ref(SignInAsk), response: { 200: ref(SessionView) } },
      },
      async (request, reply) => {
        const { username, password } = request.body;
        const answer = await signInWithPassword(services, username, password, request.ip);
        if ('wrong' in answer)
          return sendProblem(reply, problemDocument(request, 'wrong-password', SIGN_IN_REFUSALS['wrong-password'], {}));
        if ('deactivated' in answer) return refuseDeactivated(request, reply);
        if ('lockedUntil' in answer) return refuseLocked(request, reply, answer.lockedUntil);
        return welcome(services, reply, answer.cookies, offeredTo(request));
      },
    );

    app.delete('/session', { schema: SIGN_OUT }, async (request, reply) => {
      const cookies = request.headers.cookie === undefined ? [] : await signOut(services, request.headers.cookie);
      return (
        reply
          .headers({ 'set-cookie': [...cookies] })
          // not "storage": photos that wait on this machine for a network are sent at the next visit
          .header('clear-site-data', '"cache"')
          .code(204)
          .send(null)
      );
    });

    await app.register(demonstrationRoutes(services, offeredTo));
  };

/** One click instead of a password, from this machine alone. */
const demonstrationRoutes =
  (services: Services, offeredTo: (request: FastifyRequest) => Demonstration): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/demonstration/people',
      { schema: { operationId: 'listDemonstrationPeople', response: { 200: ref(DemonstrationPeople) } } },
      async (request, reply) => {
        if (!offeredTo(request).demonstration) return refuseRequest(request, reply, 'not-found');
        return { people: await demonstrationPeople(services) };
      },
    );

    app.post(
      '/session/demonstration',
      {
        schema: {
          operationId: 'signInForDemonstration',
          body: ref(DemonstrationAsk),
          response: { 200: ref(SessionView) },
        },
      },
      async (request, reply) => {
        if (!offeredTo(request).demonstration) return refuseRequest(request, reply, 'not-found');
        const answer = await signInForDemonstration(services, request.body.person);
        if (!answer) return refuseRequest(request, reply, 'not-found');
        if ('deactivated' in answer) return refuseDeactivated(request, reply);
        return welcome(services, reply, answer.cookies, offeredTo(request));
      },
    );
  };

const refuseDeactivated = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, problemDocument(request, 'deactivated', SIGN_IN_REFUSALS.deactivated, {}));

/** Says for how long the name is shut out. */
export function refuseLocked(request: FastifyRequest, reply: FastifyReply, until: Date): FastifyReply {
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  void reply.header('retry-after', String(minutes * 60));
  const detail = `密码连续输错五次，请${minutes}分钟后再试，或请管理员重设密码。`;
  const detailEn = `Five wrong passwords in a row. Try again in ${minutes} min, or ask an administrator for a new password.`;
  return sendProblem(reply, problemDocument(request, 'locked', SIGN_IN_REFUSALS.locked, { detail, detailEn }));
}
