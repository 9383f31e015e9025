import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './trouble.ts';

/** How much room is left: `low`: the reserve is touched, files are refused; `full`: so little that nothing more is written. */
export type Room = 'enough' | 'low' | 'full';

/** What the system (`ENOSPC`, `EDQUOT`) and PostgreSQL say when there is no room left. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether something was not written because there is no room. */
export const isFull = (error: unknown): boolean => FULL.has(codeOf(error));

/** Watches the disks of an installation. */
export type Disk = {
  /** How it stood a moment ago. */
  readonly room: () => Promise<Room>;
};

/** What is left of the reserve when the database, too, is to stop by itself: PostgreSQL ends where its own log finds no room. */
const LAST_SHARE = 8;

/** How long a look is believed, ms: asked by every upload and every command. */
const BELIEVED = 1_000;

/**
 * @param home folder of the installation; its database may lie on another disk behind a link, and the one with less room counts
 * @param reserve bytes that stay free
 * @param free bytes that are free to this user where a folder lies; null where it cannot be told
 */
export function watchDisk(
  home: string,
  reserve: number,
  {
    free = freeAt,
    now = () => performance.now(),
  }: { free?: (folder: string) => Promise<number | null>; now?: () => number } = {},
): Disk {
  let seen: { readonly at: number; readonly room: Promise<Room> } | null = null;
  const look = async (): Promise<Room> => {
    const left = await Promise.all([home, path.join(home, 'pg'), path.join(home, 'files')].map(free));
    const least = Math.min(...left.map((bytes) => bytes ?? Infinity));
    if (least < reserve / LAST_SHARE) return 'full';
    return least < reserve ? 'low' : 'enough';
  };
  return {
    room: () => {
      if (seen === null || now() - seen.at > BELIEVED) seen = { at: now(), room: look() };
      return seen.room;
    },
  };
}

async function freeAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null; // not there (an office's own database, no file yet), or a system that does not say
  }
}
