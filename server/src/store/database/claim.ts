import { type Connection, withClient } from './connection.ts';

/** Does the work unless another process is at it right now. The claim ends with the work, also where the process is killed. */
export async function claimed(owner: Connection, name: string, work: () => Promise<void>): Promise<void> {
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock(hashtext($1)) as ours', [name]);
    if (rows[0]?.ours) await work();
  });
}
