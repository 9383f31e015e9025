import { randomUUID } from 'node:crypto';
import { openServices } from '../cli/open-services.ts';
import { readConfig } from '../config.ts';
import { actorNamed } from '../operations/imports/from-shell.ts';
import { openPool, type Connection, type Pool } from '../store/database/connection.ts';
import { databaseOn } from '../store/database/database.ts';
import type { Opened, Subject } from './subjects.ts';

/** The statements that one command sends, in order, with the values they had. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };
/** What went over the wire for one command, and the dossier and version it was recorded on. */
export type Recorded = {
  readonly statements: readonly Statement[];
  readonly dossier: string;
  readonly version: number;
};

/** What the recorded command writes; what is sent again writes other words, as every command over HTTP does. */
const MARK = '第一回';
let written = 0;

/** Sends one command inside this process on a watched connection and keeps what went over it. */
export async function recordCommand(
  home: string,
  app: Connection,
  subject: Subject,
  { id: dossier, version }: Opened,
): Promise<Recorded> {
  const { services, close } = await openServices(readConfig({ BIHUAN_HOME: home, BIHUAN_DEMO: '1' }));
  const statements: Statement[] = [];
  const pool = watchedPool(app, statements);
  const db = databaseOn(pool);
  try {
    const by = await actorNamed(services, 'demo-county-push-office-4');
    if (!by) throw new Error('the demonstration has no handler in the push office');
    const asked = { dossier, version, by, key: randomUUID(), fingerprint: 'bench' };
    const answer = await subject.correct({ ...services, db }, asked, MARK);
    if (!('done' in answer)) throw new Error(JSON.stringify(answer));
    return { statements, dossier, version };
  } finally {
    await db.destroy();
    await close();
  }
}

function watchedPool(app: Connection, statements: Statement[]): Pool {
  const pool = openPool(app, { max: 1 });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parts: unknown[]) => unknown; // one of the driver's overloads
    Object.assign(client, {
      query: (...parts: unknown[]) => {
        const [text, values] = parts;
        if (typeof text === 'string' && Array.isArray(values)) statements.push({ text, values });
        return query(...parts);
      },
    });
  });
  return pool;
}

/**
 * The same statements for another dossier at another version: ids, numbers, retry keys and the words that are written are replaced
 * wherever they stand, everything else has the size it had.
 */
export function another(
  recorded: Recorded,
  dossier: string,
  number: readonly [was: string, is: string],
  version: number,
): readonly Statement[] {
  const key = randomUUID();
  const ids = new Map([
    [recorded.dossier, dossier],
    [number[0], number[1]],
    [MARK, `第${(written += 1)}回`],
  ]);
  for (const { values } of recorded.statements)
    for (const value of values)
      if (typeof value === 'string' && UUID.test(value) && value !== recorded.dossier) ids.set(value, key);
  return recorded.statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => replaced(value, ids, recorded.version, version)),
  }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function replaced(value: unknown, ids: ReadonlyMap<string, string>, was: number, is: number): unknown {
  if (typeof value === 'string') return [...ids].reduce((text, [from, to]) => text.replaceAll(from, to), value);
  if (typeof value === 'number') return value === was ? is : value === was + 1 ? is + 1 : value;
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number'))
    return value.map((one: number) => one - was + is);
  return value;
}
