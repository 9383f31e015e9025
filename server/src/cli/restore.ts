import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { restore as restoreInto } from '../operations/record/restore.ts';
import { LOCK, secretOf } from './backup.ts';
import { Misuse, type Command } from './command.ts';
import { verifyInstallation } from './ledger.ts';

const HELP = `bihuan restore — 从备份恢复到空的地方 / make an office of a backup, in an empty place

  bihuan restore FILE --key-file FILE
  bihuan restore FILE --passphrase

  BIHUAN_HOME         空目录 / an empty folder
  DATABASE_URL, DATABASE_APP_URL
                      空数据库；不设则在目录内自建 / an empty database, or none: then one is made in the folder

旧版本的备份恢复时升级；中断后再恢复一次即可；最后核验全部记录。所有人须重新登录。
A backup of an older program is brought up to this one; an interrupted restore is simply done again; at the end the whole
record is verified. Everybody signs in again.
退出码 / exit code: 0 已恢复且记录完整 / restored and the record holds; 1 未完成或发现问题 / not done, or something was found
`;

/** The way home after a disaster, and what every drill does. */
export const restore = {
  help: HELP,
  async run(args, out) {
    const { values, positionals } = parseArgs({ args: [...args], options: LOCK, allowPositionals: true });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined)
      throw new Misuse('写明一份备份 / name one backup', 'bihuan restore --help');
    const config = readConfig();
    const { about, rows, files, migrated } = await restoreInto(file, await secretOf(values, false), config);
    for (const name of migrated) out.stdout.write(`  ${name}\n`);
    out.stdout.write(`已恢复 / restored: ${about.writtenAt}  ${rows} 行、${files} 个文件 / rows and files\n`);
    const settings = Object.entries(about.settings).map(([name, value]) => `${name}=${value}`);
    out.stdout.write(`当时的设置，须自行给出 / its settings then, to be given again:\n  ${settings.join(' ')}\n`);
    return verifyInstallation(config, out);
  },
} satisfies Command;
