import { randomUUID } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Door } from './door.ts';
import { NO_TEXTS, misshapen, unreadable } from './spoil.ts';
import type { Operation } from './contract.ts';

/** A request that must be refused, and how. */
export type Knock = {
  readonly what: string;
  readonly send: InjectOptions;
  readonly status: number;
  readonly codes: readonly string[];
};

const OTHER_SITE = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
/** A person who is not there has the code of people's own refusals. */
const ABSENT = ['not-found', 'unknown-dossier', 'not-allowed'];
const STRANGER = '0f0e0d0c-0b0a-4000-8000-00000000000f';

/** The right request through this door, with what is given put over it. */
export function rightly(
  operation: Operation,
  { by, path = {}, query = {}, bytes }: Door,
  body: object | undefined,
  over: { path?: Door['path']; query?: Door['query']; headers?: Record<string, string | undefined> } = {},
): InjectOptions {
  const parts = { ...path, ...over.path };
  const url = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(parts[name] ?? ''));
  const search = new URLSearchParams({ ...query, ...over.query }).toString();
  const type = bytes ? 'application/octet-stream' : body === undefined ? undefined : 'application/json';
  const headers = {
    cookie: by ?? undefined,
    'content-type': type,
    'idempotency-key': needsKey(operation) ? randomUUID() : undefined,
    ...over.headers,
  };
  return {
    method: operation.method,
    url: `/api${url}${search ? `?${search}` : ''}`,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    ...(bytes ? { payload: bytes } : body === undefined ? {} : { payload: JSON.stringify(body) }),
  };
}

const needsKey = ({ parameters }: Operation): boolean => parameters.some(({ name }) => name === 'idempotency-key');

/** Everything that is wrong at any door of this kind, whoever asks. */
export async function knocks(operation: Operation, door: Door, others: readonly string[]): Promise<Knock[]> {
  const bodies = await Promise.all(
    Object.entries(door.bodies ?? {}).map(async ([name, make]) => ({ name, body: await make() })),
  );
  const body = bodies[0]?.body;
  const send = (over: Parameters<typeof rightly>[3]) => rightly(operation, door, body, over);
  const invalid = { status: 400, codes: ['invalid-input'] } as const;
  const signedOut = { status: 401, codes: ['unauthenticated'] } as const;
  return [
    ...(door.by === null || door.open
      ? []
      : [{ what: 'nobody signed in', send: send({ headers: { cookie: undefined } }), ...signedOut }]),
    ...(door.by === null || door.open
      ? []
      : [
          {
            what: 'a cookie that nobody signed',
            send: send({ headers: { cookie: 'bihuan.session_token=x.y' } }),
            ...signedOut,
          },
        ]),
    ...(operation.method === 'GET'
      ? []
      : [{ what: 'from another site', send: send({ headers: OTHER_SITE }), status: 403, codes: ['forbidden'] }]),
    ...(needsKey(operation)
      ? [undefined, 'once'].map((key) => ({
          what: `key ${key}`,
          send: send({ headers: { 'idempotency-key': key } }),
          ...invalid,
        }))
      : []),
    ...bodies.flatMap(({ name, body: right }) =>
      [...misshapen(right), ...unreadable(right)].map(({ what, body: wrong }) => ({
        what: `${name}: ${what}`,
        send: rightly(operation, door, wrong as object), // anything that JSON can say
        ...invalid,
      })),
    ),
    ...(operation.json ? atTheBody(operation, door) : []),
    ...atTheAddress(operation, door, body, others),
  ];
}

function atTheBody(operation: Operation, door: Door): Knock[] {
  const send = (payload: string, type = 'application/json'): InjectOptions => {
    const right = rightly(operation, door, {});
    return { ...right, payload, headers: { ...right.headers, 'content-type': type } };
  };
  return [
    { what: 'half a document', send: send('{"version":'), status: 400, codes: ['invalid-input'] },
    { what: 'no document', send: send('[]'), status: 400, codes: ['invalid-input'] },
    {
      what: 'a poisoned one',
      send: send('{"__proto__":{"administrator":true}}'),
      status: 400,
      codes: ['invalid-input'],
    },
    {
      what: 'a deep one',
      send: send('['.repeat(100_000) + ']'.repeat(100_000)),
      status: 400,
      codes: ['invalid-input'],
    },
    {
      what: 'ten megabytes',
      send: send(JSON.stringify({ text: 'x'.repeat(10_000_000) })),
      status: 413,
      codes: ['too-large'],
    },
    { what: 'another language', send: send('<version/>', 'text/xml'), status: 415, codes: ['wrong-type'] },
  ];
}

function atTheAddress(operation: Operation, door: Door, body: object | undefined, others: readonly string[]): Knock[] {
  const send = (over: Parameters<typeof rightly>[3]) => rightly(operation, door, body, over);
  const invalid = { status: 400, codes: ['invalid-input'] } as const;
  const texts = NO_TEXTS.filter((text) => text.isWellFormed()); // an address cannot say the others
  const named = operation.parameters.filter((parameter) => parameter.in === 'query');
  const ids = operation.parameters.filter(
    (parameter) => parameter.in === 'path' && parameter.name === 'id' && door.path?.['edition'] === undefined,
  );
  return [
    { what: 'a question nobody asks', send: send({ query: { ...door.query, nobodyAsked: '1' } }), ...invalid },
    ...named.flatMap(({ name }) =>
      texts.map((text) => ({ what: `NUL in ${name}`, send: send({ query: { [name]: text } }), ...invalid })),
    ),
    ...named
      .filter(({ name }) => name === 'size')
      .map(() => ({ what: 'a page of a million', send: send({ query: { size: '1000000' } }), ...invalid })),
    ...named.map(({ name }) => ({
      what: `an endless ${name}`,
      send: send({ query: { [name]: 'x'.repeat(2_000) } }),
      ...invalid,
    })),
    ...ids.map(() => ({ what: 'an id that is none', send: send({ path: { id: '1' } }), ...invalid })),
    ...ids.flatMap(() =>
      [STRANGER, ...others].map((id) => ({
        what: `the id of nothing of its kind ${id}`,
        send: send({ path: { id } }),
        status: 404,
        codes: ABSENT,
      })),
    ),
  ];
}

/** What is missing in a refusal that people and programs are to understand; nothing when it is whole. */
export function missingIn(
  answer: LightMyRequestResponse,
  { status, codes }: Pick<Knock, 'status' | 'codes'>,
): string[] {
  if (answer.statusCode !== status) return [`${answer.statusCode} instead of ${status}: ${answer.body.slice(0, 200)}`];
  const document = answer.json<Record<string, unknown>>();
  return [
    ...(codes.includes(String(document['code'])) ? [] : [`code ${String(document['code'])}`]),
    ...(document['status'] === status ? [] : ['no status']),
    ...(document['type'] === `urn:bihuan:problem:${String(document['code'])}` ? [] : ['no type']),
    ...(answer.headers['content-type']?.toString().startsWith('application/problem+json')
      ? []
      : ['no problem document']),
    ...(/\p{Script=Han}/u.test(String(document['title'])) ? [] : ['no Chinese']),
    ...(/[a-z]{3}/.test(String(document['titleEn'])) ? [] : ['no English']),
    ...(/^urn:bihuan:request:[0-9a-f-]{36}$/.test(String(document['instance'])) ? [] : ['no number']),
  ];
}
