import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { percentile } from '../bench/figure.ts';
import type { Site } from './site.ts';

/** One answer: its status (0: the connection broke or nothing came in ten seconds) and how long it took, ms. */
export type Heard = { readonly status: number; readonly ms: number };

/** A request that is made again and again. */
export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string | null;
  readonly body?: object;
};

const PATIENCE = 10_000;

/** Asks once. @param agent whose connections are used; absent: one of its own */
export function ask({ port }: Site, { method, path, cookie, body }: Asked, agent?: http.Agent): Promise<Heard> {
  const from = performance.now();
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const done = (status: number): void => resolve({ status, ms: performance.now() - from });
    const headers = {
      ...(cookie === null ? {} : { cookie }),
      ...(payload === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    };
    const request = http.request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers,
      agent: agent ?? false,
      timeout: PATIENCE,
    });
    request.on('response', (response) => {
      response
        .resume()
        .on('end', () => done(response.statusCode ?? 0))
        .on('error', () => done(0));
    });
    request.on('timeout', () => request.destroy()).on('error', () => done(0));
    request.end(payload);
  });
}

/** `clients` that ask one after the other for `seconds`, each over a connection it keeps; what they heard. */
export async function keepAsking(
  site: Site,
  {
    clients,
    seconds,
    asked,
  }: { readonly clients: number; readonly seconds: number; readonly asked: (no: number) => Asked },
): Promise<readonly Heard[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1_000;
  const heard: Heard[] = [];
  let no = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) heard.push(await ask(site, asked((no += 1)), agent));
    }),
  );
  agent.destroy();
  return heard;
}

const isAnswered = ({ status }: Heard): boolean => status >= 200 && status < 500;

/** The share that was answered, and of those the time below which 99 of 100 lie, ms. */
export function standing(heard: readonly Heard[]): {
  readonly answered: number;
  readonly p99: number;
  readonly done: number;
} {
  const good = heard.filter(isAnswered);
  return {
    answered: heard.length === 0 ? 0 : good.length / heard.length,
    p99: percentile(
      good.map(({ ms }) => ms),
      0.99,
    ),
    done: good.length,
  };
}
