import type { Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { changeImport, lockImport } from '../../store/imports/imports.ts';
import { notOpen, type Settled } from './outcome.ts';
import { seatFor, visibleImport } from './seats.ts';
import { logImport } from './import-log.ts';

/**
 * Discards an import that nobody brings in, or that was taken back: it stays in the list with who did so and why, and nothing of
 * it can come in any more. What stands in the register is not discarded but taken back (`undoImport`).
 */
export async function discardImport(services: Services, id: string, reason: string, by: Actor): Promise<Settled<null>> {
  const { db, region, now } = services;
  const record = await visibleImport(services, id, by);
  if (!record) return { missing: true };
  const seat = seatFor(services, record, by);
  if ('refused' in seat) return seat;
  return db.transaction().execute(async (tx): Promise<Settled<null>> => {
    const locked = await lockImport(tx, region, id);
    if (locked?.state === 'discarded') return { done: null };
    if (locked?.state !== 'open' && locked?.state !== 'undone') return { halt: notOpen(locked?.state) };
    const at = now();
    await logImport(services, tx, { id, record: locked, by, say: () => [{ type: 'ImportDiscarded', reason, at }] });
    const discarded = { person: by.id, name: by.name, at, reason };
    await changeImport(tx, region, id, { state: 'discarded', discarded });
    return { done: null };
  });
}
