import type { Finding } from '@bihuan/core/ledger';
import { verifyLedger } from '../operations/record/verify-ledger.ts';
import { withClient } from '../store/database/connection.ts';
import type { TestOffice } from './office.ts';

/** Does harm to these tables as somebody whom no trigger stops, looks what is found, and puts everything back. */
export const harm =
  ({ database, services }: TestOffice) =>
  async (tables: readonly string[], sql: string): Promise<readonly Finding[]> =>
    withClient({ ...database.owner, user: 'bihuan_admin' }, async (admin) => {
      await admin.query('set session_replication_role = replica');
      const keptAs = (table: string): string => `kept_${table.replace('.', '_')}`;
      for (const table of tables) await admin.query(`create temporary table ${keptAs(table)} as table ${table}`);
      await admin.query(sql);
      const found = await verifyLedger(services);
      for (const table of tables)
        await admin.query(`delete from ${table}; insert into ${table} select * from ${keptAs(table)}`);
      return found.findings;
    });
