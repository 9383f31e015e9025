import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openInstallation } from '../store/installation.ts';
import type { Command } from './command.ts';

const HELP = `bihuan migrate — 升级数据库结构 / bring the database up to this program

  bihuan migrate [--json]

  只向前；已运行的文件不得改动 / forward only; a file that ran is never edited
`;

/** The same migration that every start does, for who wants it apart from a start. */
export const migrate = {
  help: HELP,
  async run(args, { stdout }) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const config = readConfig();
    const { migrated, release } = await openInstallation(config.home, config.databases);
    await release();
    if (values.json) stdout.write(`${JSON.stringify({ migrated })}\n`);
    else stdout.write(migrated.length === 0 ? '已是最新 / up to date\n' : `${migrated.join('\n')}\n`);
    return 0;
  },
} satisfies Command;
