import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig, ROOT, typedAgain } from '../config.ts';
import { exitCode } from './command.ts';
import { buildPage, isPageOld } from './page.ts';
import { phase, sayOn } from './phase.ts';
import { runServer } from './run-server.ts';

/** `npm start` shows the program to a newcomer: a page built from the sources, invented people, a quiet terminal. */
const NEWCOMER = { BIHUAN_DEMO: '1', LOG_LEVEL: 'warn' };

process.exitCode = await exitCode(async () => {
  const config = readConfig(undefined, NEWCOMER);
  const say = sayOn(process);
  if (existsSync(path.join(ROOT, 'web/index.html')) && isPageOld(ROOT)) {
    await phase(say, '构建网页 / building the page', () => buildPage(ROOT));
  }
  await runServer(config, say, typedAgain('npm start'));
  return 0;
});
