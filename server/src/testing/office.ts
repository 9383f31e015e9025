import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { Law } from '@bihuan/core/procedure';
import { theInstallation, type PostingAsk } from '@bihuan/core/person';
import { plainDate, type PlainDate } from '@bihuan/core/time';
import { buildServer, type Door } from '../http/door/server.ts';
import { openLawBook } from '../law-book.ts';
import { commandPerson } from '../operations/people/people.ts';
import { publishPolicy } from '../operations/law/publish-policy.ts';
import { readPack } from '../policies/index.ts';
import type { Services } from '../services.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { COUNTY } from './county.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/** An installation of a test's own: real database, real sign-in, the Shidian plan, a clock the test sets. */
export type TestOffice = {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly app: FastifyInstance;
  readonly setToday: (day: string) => void;
  /** Adds a person through the office's own command and answers the id. */
  readonly add: (person: {
    name: string;
    username: string;
    password?: string;
    administrator?: boolean;
    about?: string;
    posts?: readonly Omit<PostingAsk, 'id'>[];
  }) => Promise<string>;
  /** Signs in with a password and answers somebody who can ask. */
  readonly as: (username: string, password?: string) => Promise<Visitor>;
  readonly stranger: Visitor;
};

/** Somebody before a screen. POSTs get a fresh key unless one is given. */
export type Visitor = {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, body: object, key?: string) => Promise<LightMyRequestResponse>;
  readonly delete: (url: string) => Promise<LightMyRequestResponse>;
  /** Sends in a picture of this name and answers its id. */
  readonly file: (name: string) => Promise<string>;
};

export const PASSWORD = '施甸-2026-演示';

/**
 * Call it once at the top of a test file: migrated, nobody in it, under the Shidian plan as published, under the plan of another
 * folder, or under a law of a test's own that nobody publishes.
 */
export async function testOffice(door: Door = {}, under: Law | string = COUNTY): Promise<TestOffice> {
  const invented = typeof under === 'string' ? null : under;
  const database = await testDatabase();
  const home = await mkdtemp(path.join(os.tmpdir(), 'bihuan-office-'));
  const signIn = await openSignIn(database.app, home, null);
  let today: PlainDate = plainDate('2026-11-24');
  const region = (typeof under === 'string' ? readPack(under).pack! : under).policy.region;
  const { law, renew } = await openLawBook({ db: database.db, region, today: () => today });
  const services: Services = {
    db: database.db,
    region,
    home,
    today: () => today,
    now: () => new Date().toISOString(),
    law: invented ? () => invented : law,
    renewLaw: renew,
    signIn,
  };
  if (typeof under === 'string') await publishPolicy(services, under);
  const app = await buildServer(services, door);
  afterAll(async () => {
    await app.close();
    await signIn.close();
    await rm(home, { recursive: true });
  });
  return {
    database,
    services,
    app,
    setToday: (day) => void (today = plainDate(day)),
    add: async ({ name, username, password = PASSWORD, administrator = false, posts = [], about }) => {
      const postings = posts.map((post) => ({ ...post, id: randomUUID() }));
      const ask = { type: 'AddPerson', name, username, unit: null, administrator, postings } as const;
      const answer = await commandPerson(services, {
        person: null,
        ask,
        by: theInstallation,
        password,
        ...(about ? { about } : {}),
      });
      if (!('done' in answer)) throw new Error(JSON.stringify(answer));
      return answer.done.id;
    },
    as: async (username, password = PASSWORD) =>
      visitor(
        app,
        cookieOf(await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })),
      ),
    stranger: visitor(app, null),
  };
}

/** The cookie that an answer set, as the next request sends it. */
export function cookieOf(response: LightMyRequestResponse): string {
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** Somebody with this cookie, or with none. */
export function visitor(app: FastifyInstance, cookie: string | null): Visitor {
  const ask = (options: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({ ...options, headers: { ...(cookie ? { cookie } : {}), ...options.headers } });
  return {
    get: (url) => ask({ method: 'GET', url: `/api${url}` }),
    post: (url, payload, key = randomUUID()) =>
      ask({ method: 'POST', url: `/api${url}`, payload, headers: { 'idempotency-key': key } }),
    delete: (url) => ask({ method: 'DELETE', url: `/api${url}` }),
    file: async (name) => {
      const url = `/api/files?name=${encodeURIComponent(name)}`;
      const headers = { 'content-type': 'application/octet-stream' };
      const payload = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(randomUUID())]);
      return (await ask({ method: 'POST', url, headers, payload })).json<{ id: string }>().id;
    },
  };
}
