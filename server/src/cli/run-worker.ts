import type { Config } from '../config.ts';
import { openLog } from '../http/door/log.ts';
import { startJobs } from '../jobs/index.ts';
import { presentLaw } from '../operations/law/present-law.ts';
import { Trouble } from '../trouble.ts';
import { openServices } from './open-services.ts';
import { phase, type Say } from './phase.ts';

/** Does the work behind the requests until it is told to stop; a piece in hand is finished first. */
export async function runWorker(config: Config, say: Say): Promise<void> {
  const { services, close, revive, backup } = await phase(say, '启动数据库 / starting the database', () =>
    openServices(config),
  );
  if (presentLaw(services) === null) {
    await close();
    throw new Trouble(
      '还没有发布工作方案 / no plan is published yet',
      '先启动网页服务，或 / start the server first, or: bihuan policy publish DIR',
    );
  }
  const log = openLog({ level: config.logLevel });
  const jobs = startJobs(services, { revive, backup, leadersAfter: config.leadersAfter }, (error) =>
    log.error({ err: error }, 'job'),
  );
  say('\n后台工作已开始，按 Ctrl-C 停止 / at work, Ctrl-C stops it\n');
  await signalled();
  await jobs.stop();
  await close();
}

/** Until a person at the terminal or a service manager says stop. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
