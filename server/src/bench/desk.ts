import http from 'node:http';

/** An answer as far as the bench looks at it. */
export type Answer = { readonly status: number; readonly body: unknown };

/** A person's browser: keeps its connections open, carries its cookie. */
export type Desk = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: object | Buffer, key?: string) => Promise<Answer>;
  /** Reads an answer to its end without keeping it; the number of bytes. */
  readonly drain: (path: string) => Promise<number>;
};

/** Signs in as an invented person. @param who part of unit and name, e.g. `推长办 孙丁` */
export async function sitDown(base: string, name: string, connections: number): Promise<Desk> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  // the contract says so
  const { people } = (await (await fetch(`${base}/api/demonstration/people`)).json()) as {
    people: readonly { id: string; name: string }[];
  };
  const person = people.find((known) => known.name.startsWith(name));
  if (!person) throw new Error(`the demonstration has nobody called ${name}`);
  const entered = await fetch(`${base}/api/session/demonstration`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person.id }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return deskOn(base, cookie, agent);
}

function deskOn(base: string, cookie: string, agent: http.Agent): Desk {
  const send = (method: string, path: string, type: string | null, body: Buffer | null, key?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = {
        cookie,
        ...(type ? { 'content-type': type } : {}),
        ...(body ? { 'content-length': body.length } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      };
      const request = http.request(`${base}/api${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
        });
      });
      request.on('error', reject);
      request.end(body ?? undefined);
    });
  return {
    get: (path) => send('GET', path, null, null),
    post: (path, body, key) =>
      Buffer.isBuffer(body)
        ? send('POST', path, 'application/octet-stream', body, key)
        : send('POST', path, 'application/json', Buffer.from(JSON.stringify(body)), key),
    drain: async (path) => {
      const response = await fetch(`${base}/api${path}`, { headers: { cookie } });
      let bytes = 0;
      for await (const chunk of response.body ?? []) bytes += (chunk as Uint8Array).length; // a response's body is bytes
      return bytes;
    },
  };
}
