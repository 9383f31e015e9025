import type { FastifyInstance } from 'fastify';
import type { Disk } from '../../disk.ts';
import type { ClockWrong } from '../../machine-clock.ts';
import { isRead } from './limits.ts';
import { refuseRequest } from './problem-document.ts';

/** What of the machine the door watches; what is left out is believed to be well. */
export type Watched = {
  readonly disk?: Disk;
  /** Why the machine's clock is not believed; null: it is. */
  readonly clockFault?: () => ClockWrong | null;
};

/** What stands in the way of work, as readiness and the log say it. */
export type MachineTrouble = 'clock-wrong' | 'disk-full' | 'disk-low';

/** What is wrong with the machine now, the worst first; null: nothing. */
export async function troubleOf({ disk, clockFault }: Watched): Promise<MachineTrouble | null> {
  if (clockFault?.()) return 'clock-wrong';
  const room = (await disk?.room()) ?? 'enough';
  if (room === 'enough') return null;
  return room === 'full' ? 'disk-full' : 'disk-low';
}

/**
 * Refuses files while the reserve of the disk is touched, and every change when next to nothing is left, before a byte of them is
 * read: what is refused is written nowhere, and the database goes on. Signing in and out is left to itself.
 */
export function refuseWithoutRoom(app: FastifyInstance, { disk }: Watched): void {
  if (!disk) return;
  app.addHook('onRequest', async (request, reply) => {
    if (isRead(request.method) || request.url.startsWith('/api/session')) return;
    const room = await disk.room();
    const { load } = request.routeOptions.config;
    const brings = load === 'upload' || load === 'workbook';
    if (room === 'full' || (room === 'low' && brings)) return refuseRequest(request, reply, 'disk-full');
  });
}
