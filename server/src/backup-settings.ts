import path from 'node:path';
import { Trouble } from './trouble.ts';

/** When the server backs itself up, and where to. */
export type BackupPlan = {
  /** `BIHUAN_BACKUP_DIR`: one archive a day is written there, better on another disk. */
  readonly folder: string;
  /** `BIHUAN_BACKUP_KEY_FILE`: what locks them. */
  readonly keyFile: string;
  /** `BIHUAN_BACKUP_AT`: the minute of the day at the office, `HH:MM`; one that was slept through is made up for. */
  readonly at: string;
  /** `BIHUAN_BACKUP_KEEP`: how many archives stay; older ones are removed when a new one has been read back whole. */
  readonly keep: number;
};

/** Null where no folder is set: then nothing is backed up by itself. @throws Trouble naming the variable that cannot be used */
export function backupPlan(env: Readonly<Record<string, string | undefined>>): BackupPlan | null {
  const [folder, keyFile] = [env['BIHUAN_BACKUP_DIR'], env['BIHUAN_BACKUP_KEY_FILE']];
  if (!folder && !keyFile) return null;
  if (!folder || !keyFile)
    throw new Trouble(
      'BIHUAN_BACKUP_DIR 与 BIHUAN_BACKUP_KEY_FILE 须同时给出 / are needed together',
      '新建密钥 / make a key: bihuan backup --new-key FILE',
    );
  const at = env['BIHUAN_BACKUP_AT'] || '02:30';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
    throw new Trouble(
      `BIHUAN_BACKUP_AT=${at} 不是时刻 / is not a time of day`,
      '例如 / for example: BIHUAN_BACKUP_AT=02:30',
    );
  const keep = Number(env['BIHUAN_BACKUP_KEEP'] || '14');
  if (!Number.isInteger(keep) || keep < 1)
    throw new Trouble('BIHUAN_BACKUP_KEEP 至少为 1 / is at least 1', '例如 / for example: BIHUAN_BACKUP_KEEP=14');
  return { folder: path.resolve(folder), keyFile: path.resolve(keyFile), at, keep };
}
