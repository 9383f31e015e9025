import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeKeyFile, readKeyFile, type Secret } from '../archive/secret.ts';
import { readConfig, settingsOf } from '../config.ts';
import { backUp } from '../operations/record/back-up.ts';
import { checkBackup } from '../operations/record/restore.ts';
import { reachDatabase } from '../store/database/installation.ts';
import { Trouble } from '../trouble.ts';
import { Misuse, type Command, type Out } from './command.ts';
import { askPassphrase } from './passphrase.ts';

const HELP = `bihuan backup — 备份：数据库、文件、密钥、设置，加密存成一份 / everything in one encrypted archive

  bihuan backup --new-key FILE                  新建密钥文件，另处保管 / a key: keep it elsewhere
  bihuan backup --out FILE --key-file FILE      备份，网页服务可照常运行 / while the server runs
  bihuan backup --out FILE --passphrase         以口令上锁，在终端询问 / locked with words, asked for
  bihuan backup --check FILE --key-file FILE    读到末尾，看能否恢复，什么也不改 / read to its end, changes nothing

密钥或口令丢了，备份就打不开 / without its key or passphrase nobody opens a backup, we neither
恢复 / to restore: bihuan restore --help　定时 / on a schedule: BIHUAN_BACKUP_DIR, docs/operations.md
退出码 / exit code: 0 完成 / done; 1 未完成，或有文件缺失、被改动 / not done, or a file is gone or changed; 2 用法不对 / wrong use
`;

/** How the archive is locked, on either command line. */
export const LOCK = { 'key-file': { type: 'string' }, passphrase: { type: 'boolean' } } as const;

const OPTIONS = {
  ...LOCK,
  out: { type: 'string' },
  check: { type: 'string' },
  'new-key': { type: 'string' },
} as const;

/** The door to everything at once: written, made a key for, looked through. */
export const backup = {
  help: HELP,
  async run(args, out) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const asked = [values.out, values.check, values['new-key']].filter((one) => one !== undefined);
    if (asked.length !== 1)
      throw new Misuse('--out、--check、--new-key 三者选一 / one of the three', 'bihuan backup --help');
    if (values['new-key'] !== undefined) {
      await makeKeyFile(values['new-key']);
      out.stdout.write(`已新建密钥，另处保管 / a new key, keep it elsewhere: ${values['new-key']}\n`);
      return 0;
    }
    const secret = await secretOf(values, values.out !== undefined);
    return values.out === undefined ? checked(values.check!, secret, out) : written(values.out, secret, out);
  },
} satisfies Command;

/** The key in the named file, or what is typed. @param isNew asked twice, so that a slip locks nobody out @throws Misuse, Trouble */
export async function secretOf(
  given: { readonly 'key-file'?: string | undefined; readonly passphrase?: boolean | undefined },
  isNew: boolean,
): Promise<Secret> {
  if ((given['key-file'] !== undefined) === (given.passphrase ?? false))
    throw new Misuse('--key-file FILE 与 --passphrase 二者选一 / one of the two', '--help');
  return given['key-file'] === undefined ? { passphrase: await askPassphrase(isNew) } : readKeyFile(given['key-file']);
}

async function written(file: string, secret: Secret, { stdout, stderr }: Out): Promise<number> {
  const config = readConfig();
  if (config.databases === null && !existsSync(path.join(config.home, 'pg')))
    throw new Trouble(`这里还没有数据 / nothing is here yet: ${config.home}`, 'BIHUAN_HOME=…');
  const { owner, release } = await reachDatabase(config.home, config.databases);
  try {
    const whole = { owner, home: config.home, settings: settingsOf(config) };
    const { rows, files, faults } = await backUp(whole, file, secret, new Date().toISOString());
    for (const fault of faults)
      stderr.write(
        `✗ ${fault.kind === 'missing' ? '文件不在 / is gone' : '文件被改动 / was changed'}: ${fault.file}\n`,
      );
    stdout.write(`已备份 / backed up: ${file}  ${rows} 行、${files} 个文件 / rows and files\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await release();
  }
}

async function checked(file: string, secret: Secret, { stdout }: Out): Promise<number> {
  const { about, rows, files } = await checkBackup(file, secret);
  stdout.write(`可以恢复 / can be restored: ${about.writtenAt}  ${rows} 行、${files} 个文件 / rows and files\n`);
  return 0;
}
