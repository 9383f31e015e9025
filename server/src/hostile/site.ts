import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../config.ts';
import { freePort, makeHome, openOffice, removeHome } from '../bench/office.ts';

/** A running server and somebody who is signed in. */
export type Site = { readonly base: string; readonly port: number; readonly cookie: string };

const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url));

/** Somebody with a password, beside the invented people who have none. */
export const PERSON = { username: 'youmima', password: '演示-2026-密码' } as const;

const BIHUAN = fileURLToPath(new URL('../cli/bihuan.ts', import.meta.url));

function addPerson(home: string): void {
  const { username, password } = PERSON;
  const args = [BIHUAN, 'user', 'add', '--username', username, '--name', '（演示）有密码', '--password-stdin'];
  const env = environmentWith({ BIHUAN_HOME: home });
  const { status, stderr } = spawnSync(process.execPath, args, { env, input: password, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A folder with the demonstration in it, for as long as `work` takes. */
export async function withHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = makeHome();
  try {
    await (await openOffice(home)).stop();
    addPerson(home);
    return await work(home);
  } finally {
    removeHome(home);
  }
}

/** A server on this folder for as long as `work` takes; `guarded` false: without its limits, as a control. */
export async function onSite<T>(home: string, guarded: boolean, work: (site: Site) => Promise<T>): Promise<T> {
  const port = await freePort();
  const env = environmentWith({ BIHUAN_HOME: home, PORT: String(port) });
  const args = [SERVE, ...(guarded ? [] : ['unguarded'])];
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    await once(child.stdout, 'data');
    const base = `http://127.0.0.1:${port}`;
    return await work({ base, port, cookie: await enter(base) });
  } finally {
    child.stdin.end();
    await ended;
  }
}

/** Signs in as an invented person of the office that hands problems over. */
async function enter(base: string): Promise<string> {
  // the contract says so
  const { people } = (await (await fetch(`${base}/api/demonstration/people`)).json()) as {
    people: readonly { id: string; name: string }[];
  };
  const person = people.find(({ name }) => name.startsWith('孙丁')) ?? people[0];
  const entered = await fetch(`${base}/api/session/demonstration`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person?.id }),
  });
  const cookies = entered.headers.getSetCookie().map((one) => one.split(';')[0]);
  return cookies.join('; ');
}
