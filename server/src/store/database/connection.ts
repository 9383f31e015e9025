import { createHash } from 'node:crypto';
import pg from 'pg';
import { Trouble } from '../../trouble.ts';

/** How to reach a database: a URL, or socket folder, user and database of our own cluster. */
export type Connection = pg.ClientConfig;

export type { Pool } from 'pg';

/** Milliseconds after which PostgreSQL gives up, so that one bad statement never holds the office up. */
const LIMITS = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: 5_000,
};

const POOL_SIZE = 10;

/** A date is a day, not a midnight somewhere; a bigint is a number as long as it is exact. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not exact as a number`);
  return value;
});

/**
 * Ends a statement that must be planned for its values each time: a deep page or a search under a generic plan
 * ran at a third of its speed. With Kysely: `.modifyEnd(sql.raw(planEachTime))`.
 */
export const planEachTime = '/* plan each time */';

/** PostgreSQL keeps 63 bytes of a name. Statements are finite because lists go in as arrays (`= any($1)`). */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** Kysely never prepares. A statement with values is named by the digest of its text, so PostgreSQL parses it once a session. */
class NamedClient extends pg.Client {
  // stands for all of the driver's overloads (text, config, cursor, callback); only (text, values) is changed
  override query<Answer>(...parts: readonly unknown[]): Answer {
    // oxlint-disable-next-line typescript/unbound-method -- `this` is given right here
    return Reflect.apply(pg.Client.prototype.query, this, named(parts));
  }
}

function named(parts: readonly unknown[]): readonly unknown[] {
  const [text, values] = parts;
  if (typeof text !== 'string' || !Array.isArray(values) || text.endsWith(planEachTime)) return parts;
  return [{ text, values, name: nameOf(text) }];
}

/** A pool with named statements, our limits and our types. Whoever opens it ends it. */
export function openPool(connection: Connection, limits: Partial<typeof LIMITS> & { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({ max: POOL_SIZE, ...LIMITS, types, Client: NamedClient, ...connection, ...limits });
  const forget = (): void => {}; // an idle connection that breaks (database restarted) is replaced on the next query
  pool.on('error', forget);
  pool.on('connect', (client) => client.on('error', forget));
  return pool;
}

/** Account and machine of a database's address, never its password. */
function placeIn(url = ''): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { username, host, pathname } = new URL(url);
  return `${username}@${host}${pathname}`;
}

/**
 * One session, for work that needs a single connection (migrations, catalog reads), closed afterwards.
 * @throws Trouble when the database does not answer.
 */
export async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ types, connectionTimeoutMillis: LIMITS.connectionTimeoutMillis, ...connection });
  client.on('error', () => {}); // told to the statement that was running
  try {
    await client.connect();
  } catch (error) {
    const where = connection.host ?? placeIn(connection.connectionString);
    throw new Trouble(
      `连不上数据库 / the database does not answer (${where}): ${error instanceof Error ? error.message : String(error)}`,
      '检查数据库是否运行、DATABASE_URL 和 DATABASE_APP_URL 是否正确 / is it running, and are both addresses right?',
      { cause: error },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
