import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import type { Command } from './command.ts';
import { sayOn } from './phase.ts';
import { runWorker } from './run-worker.ts';

const HELP = `bihuan worker — 只做后台工作，不开网页 / the work behind the page, without a page

  bihuan worker

  网页服务自己也做后台工作；大批量导入时可另开一个进程分担，随时可停。
  The server does this work itself; another process may share it, and may be stopped at any time.
  设置与 bihuan serve 相同 / settings as for bihuan serve: BIHUAN_HOME, DATABASE_URL, LOG_LEVEL …
`;

/** Imports, clocks following a notice, terms that ran out, old sessions: in a process of their own. */
export const worker = {
  help: HELP,
  async run(args, out) {
    parseArgs({ args: [...args] });
    await runWorker(readConfig(), sayOn(out));
    return 0;
  },
} satisfies Command;
