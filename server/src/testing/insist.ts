import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** What came back over a real connection; `status` 0 when the connection broke before an answer. */
export type Heard = {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: { readonly id?: string; readonly version?: number; readonly code?: string };
};

/** A page on the other side of a real connection, signed in. */
export type Caller = {
  readonly get: (path: string) => Promise<Heard>;
  readonly post: (path: string, body: object, key: string) => Promise<Heard>;
};

/** @param base where the server listens; asked anew for each request, because a restarted one may listen elsewhere */
export function caller(base: () => string, cookie: string): Caller {
  const ask = async (path: string, init: RequestInit): Promise<Heard> => {
    try {
      const response = await fetch(`${base()}/api${path}`, init);
      const body = (await response.json()) as Heard['body']; // every door answers in JSON
      return { status: response.status, replayed: response.headers.has('idempotency-replayed'), body };
    } catch {
      return { status: 0, replayed: false, body: {} };
    }
  };
  return {
    get: (path) => ask(path, { headers: { cookie } }),
    post: (path, body, key) =>
      ask(path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
  };
}

/** What a person wants until it is done. `request` is made from the dossier's present version. */
export type Wish = {
  readonly path: string;
  readonly request: (version: number) => object;
  /** The dossier whose version the request names; null where it names none. */
  readonly dossier: string | null;
  /** The version that was shown last, where something was. */
  readonly shown?: number | undefined;
  /** Told of every answer, the refused ones too. */
  readonly heard?: (answer: Heard) => void;
};

/**
 * As a careful client does it: no answer or "busy" is asked again under the same key; when somebody was faster, the
 * dossier is read again and the wish is a new intent. @returns the acknowledgement
 */
export async function insist(from: Caller, { path, request, dossier, shown, heard = () => {} }: Wish): Promise<Heard> {
  for (let seen = shown; ; seen = undefined) {
    const body = request(dossier === null ? 0 : (seen ?? (await presentVersion(from, dossier))));
    const key = randomUUID();
    let answer = await from.post(path, body, key);
    while (answer.status === 0 || answer.status === 503) {
      heard(answer);
      await setTimeout(50);
      answer = await from.post(path, body, key);
    }
    heard(answer);
    if (answer.status < 300) return answer;
    if (answer.body.code !== 'stale-version') throw new Error(JSON.stringify(answer));
  }
}

async function presentVersion(from: Caller, dossier: string): Promise<number> {
  for (;;) {
    const { status, body } = await from.get(`/problems/${dossier}`);
    if (status === 200) return body.version!; // the contract's dossier has one
    if (status !== 0 && status !== 503) throw new Error(JSON.stringify(body));
    await setTimeout(50);
  }
}
