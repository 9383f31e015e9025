import { generate, PostgresDialect } from 'kysely-codegen';
import { type Connection } from '../store/database/connection.ts';
import { openDatabase } from '../store/database/database.ts';
import { describeSchema } from '../store/database/schema.ts';
import { contractOf } from './contract.ts';

/** Files written from a migrated database, committed, and compared by a test. */
export const GENERATED: Readonly<Record<string, (owner: Connection) => Promise<string>>> = {
  'server/src/store/database/tables.ts': tableTypes,
  'server/schema.sql': describeSchema,
  'server/openapi.json': contractOf,
};

async function tableTypes(owner: Connection): Promise<string> {
  const db = openDatabase(owner);
  try {
    return await generate({
      db,
      dialect: new PostgresDialect({ dateParser: 'string', defaultSchemas: ['public'] }),
      includePattern: 'public.*',
      typeMapping: { int8: 'number' },
      outFile: null,
    });
  } finally {
    await db.destroy();
  }
}
