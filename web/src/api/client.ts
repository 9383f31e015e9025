import createClient from 'openapi-fetch';
import { Refused, type ProblemDocument } from './refused.ts';
import type { components, paths } from './schema.d.ts';

/** A named schema of the contract. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Every call to the server goes through here; the contract is the published OpenAPI and nothing else. */
export const api = createClient<paths>({ baseUrl: '/' });

type Answered<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/** The answer, or a `Refused` that the page can show. */
export async function answered<T>(call: Promise<Answered<T>>): Promise<T> {
  let result;
  try {
    result = await call;
  } catch {
    throw new Refused({ code: 'offline', status: 0, title: '', titleEn: '' });
  }
  if (result.response.ok) return result.data as T; // 2xx carries what the contract says
  throw new Refused(asDocument(result.error, result.response.status));
}

/** Posts JSON to an address whose answer is not needed; the cookie it may set is out of reach of scripts. */
export async function post(address: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': newIntent() };
  const call = fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }).then(async (response) => {
    if (!response.ok) return { error: await response.json(), response };
    await response.text(); // an answer that nobody reads keeps its connection
    return { data: undefined, response };
  });
  await answered(call);
}

function asDocument(error: unknown, status: number): ProblemDocument {
  const known = typeof error === 'object' && error !== null && 'code' in error;
  return known ? (error as ProblemDocument) : { code: 'internal', status, title: '', titleEn: '' }; // RFC 9457 body of our server
}

/** A key for one intent, made when a form opens: pressing twice, or after a lost connection, does it once. */
export const newIntent = (): string => crypto.randomUUID?.() ?? fallbackId();

/** Plain HTTP on an office network has no `randomUUID`. */
function fallbackId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Header that carries the intent. */
export const intended = (key: string) => ({ header: { 'idempotency-key': key } });

/** Sends what stands in a form and saves the file that it is answered with, under the name the server gives it. */
export async function download(address: string, body: object): Promise<void> {
  const call = fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then(async (response) =>
    response.ok ? { data: await response.blob(), response } : { error: await response.json(), response },
  );
  let named = '';
  const file = await answered<Blob>(
    call.then((answer) => {
      named = /filename\*=UTF-8''([^;]+)/.exec(answer.response.headers.get('content-disposition') ?? '')?.[1] ?? '';
      return answer;
    }),
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = decodeURIComponent(named);
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Uploads raw bytes with progress, 0 to 1; the server acknowledges only when they are whole. */
export function upload<T>(address: string, file: Blob, progress: (done: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', newIntent());
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Refused({ code: 'offline', status: 0, title: '', titleEn: '' }));
    request.onload = () => {
      const body: unknown = request.responseText === '' ? null : JSON.parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T); // 2xx, as above
      else reject(new Refused(asDocument(body, request.status)));
    };
    request.send(file);
  });
}
