import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { changeOwnPassword } from '../../operations/people/own-password.ts';
import { setUp } from '../../operations/people/set-up.ts';
import type { Services } from '../../services.ts';
import { keeperBeforeChange } from '../door/actor.ts';
import { ref } from '../contract/named.ts';
import { PersonDone } from '../contract/people.ts';
import { PasswordAsk, SetUpAsk } from '../contract/session.ts';
import { intentOf, IntentHeaders } from '../door/intent.ts';
import { sendPersonAnswer } from './keeping.ts';
import { problemDocument, sendProblem, type Wording } from '../door/problem-document.ts';
import { refuseLocked } from './session.ts';

/** A wrong code and a code that was used read the same. */
export const WRONG_CODE = {
  status: 403,
  title: '安装码不正确或已失效',
  titleEn: 'This set-up code is wrong or void',
} as const satisfies Wording;

/** Whoever is signed in is told which word was wrong: the name is not in question. */
const WRONG_OLD_PASSWORD = {
  status: 422,
  title: '原密码不正确',
  titleEn: 'The old password is wrong',
} as const satisfies Wording;

/** What was handed out on paper stays known to whoever handed it out. */
const SAME_PASSWORD = {
  status: 422,
  title: '新密码与原密码相同，请另设一个只有自己知道的密码',
  titleEn: 'The new password is the old one; choose one that only you know',
} as const satisfies Wording;

/** The first administrator of an empty installation, and one's own password. */
export const setUpRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/setup',
      {
        config: { load: 'entrance' },
        schema: { operationId: 'setUp', body: ref(SetUpAsk), response: { 201: ref(PersonDone) } },
      },
      async (request, reply) => {
        const { unit = null, ...asked } = request.body;
        const answer = await setUp(services, { ...asked, unit });
        if ('wrongCode' in answer) {
          const detail = '请使用服务器终端中最近一次显示的安装码；已有人员时不再需要，由管理员添加人员。';
          const detailEn =
            'Use the code that the terminal of the server printed last. Once anybody is in, it is void: an administrator adds people.';
          return sendProblem(reply, problemDocument(request, 'wrong-code', WRONG_CODE, { detail, detailEn }));
        }
        return sendPersonAnswer(request, reply, answer, 201);
      },
    );

    app.post(
      '/session/password',
      {
        config: { load: 'entrance' },
        schema: {
          operationId: 'changeOwnPassword',
          headers: IntentHeaders,
          body: ref(PasswordAsk),
          response: { 200: ref(PersonDone) },
        },
      },
      async (request, reply) => {
        const by = await keeperBeforeChange(services, request);
        const { old, new: fresh } = request.body;
        const answer = await changeOwnPassword(services, by, {
          old,
          fresh,
          cookie: request.headers.cookie,
          intent: intentOf(request),
        });
        if ('unchanged' in answer)
          return sendProblem(reply, problemDocument(request, 'same-password', SAME_PASSWORD, {}));
        if ('wrong' in answer)
          return sendProblem(reply, problemDocument(request, 'wrong-password', WRONG_OLD_PASSWORD, {}));
        if ('lockedUntil' in answer) return refuseLocked(request, reply, answer.lockedUntil);
        return sendPersonAnswer(request, reply, answer);
      },
    );
  };
