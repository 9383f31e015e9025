import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readKeyFile } from '../../archive/secret.ts';
import type { BackupPlan } from '../../backup-settings.ts';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { claimed } from '../../store/database/claim.ts';
import { isAlive } from '../../store/database/crash.ts';
import { Trouble } from '../../trouble.ts';
import { backUp, type Whole } from './back-up.ts';
import { checkBackup } from './restore.ts';

/** What the server saves by itself, and when. */
export type ScheduledBackup = { readonly whole: Whole; readonly plan: BackupPlan };

const OWN = /^bihuan-\d{4}-\d\d-\d\d\.backup$/;

/**
 * Writes today's archive where its minute has come and it is not there, reads it back to its end, and removes the oldest beyond
 * the number that stays. Several processes may look: one of them does it.
 * @throws Trouble where it was not written, cannot be read back, or files are gone or changed; then no older one is removed
 */
export async function backUpWhenDue(
  clock: Pick<Services, 'today' | 'now'>,
  { whole, plan }: ScheduledBackup,
): Promise<void> {
  const { on, instant } = officeMoment(clock);
  const out = path.join(plan.folder, `bihuan-${on}.backup`);
  if (instant.slice(11, 16) < plan.at || existsSync(out)) return;
  await claimed(whole.owner, 'bihuan.backup', async () => {
    if (existsSync(out)) return; // another process was faster
    await sweep(plan.folder);
    const secret = await readKeyFile(plan.keyFile);
    // under another name until it has been read back: what has the day's name can be restored
    const fresh = `${out}.${process.pid}.part`;
    try {
      const { faults } = await backUp(whole, fresh, secret, clock.now());
      await checkBackup(fresh, secret);
      await rename(fresh, out);
      if (faults.length > 0) throw faulty(faults.map(({ file }) => file));
    } finally {
      await rm(fresh, { force: true });
    }
    for (const name of lapsed(await readdir(plan.folder), plan.keep)) await rm(path.join(plan.folder, name));
  });
}

/** The names of our archives that are older than the newest `keep`; other files are nobody's to remove. */
export const lapsed = (names: readonly string[], keep: number): readonly string[] =>
  names
    .filter((name) => OWN.test(name))
    .toSorted()
    .slice(0, -keep);

/** What a process that was killed left half written, perhaps one that had the same number as this. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^bihuan-.*\.backup\.(\d+)\.(.*\.)?part$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid))))
      await rm(path.join(folder, name), { force: true });
  }
}

const faulty = (files: readonly string[]): Trouble =>
  new Trouble(
    `已备份，但有 ${files.length} 个文件不在或被改动 / backed up, but files are gone or changed: ${files.slice(0, 5).join(', ')}`,
    '核验 / look closer: bihuan ledger verify',
  );
