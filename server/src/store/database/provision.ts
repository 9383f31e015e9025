import pg from 'pg';

/** The two names the program works under; the superuser is never one of them. */
export const OWNER = 'bihuan_owner';
/** Whom the program works as: it may add to the log and never change it. */
export const APP = 'bihuan_app';

/**
 * In a cluster of our own: both roles and a database that the owner owns. Does nothing where they exist.
 * Another PostgreSQL is prepared by its administrator (see migrations/0001_roles.sql for what is asked of it).
 * @param host folder of the cluster's socket
 * @param database a plain lower-case name
 */
export async function provision(host: string, database: string): Promise<void> {
  const admin = new pg.Client({ host, user: 'bihuan_admin', database: 'postgres' });
  await admin.connect();
  try {
    await provisionRoles(admin);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await createDatabase(admin, database);
  } finally {
    await admin.end(); // also gives the lock back
  }
}

/** Both roles, where they are not there yet; holds others up until this session ends. */
export async function provisionRoles(admin: pg.Client): Promise<void> {
  await admin.query("select pg_advisory_lock(hashtext('bihuan.provision'))");
  for (const role of [OWNER, APP]) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await admin.query(`create role ${role} login`);
  }
}

/** A database that the owner owns. @param name a plain lower-case name */
export async function createDatabase(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`create database ${pg.escapeIdentifier(name)} owner ${OWNER}`);
}
