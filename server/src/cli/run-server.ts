import { type Config, isLoopback } from '../config.ts';
import { claimPort, listen } from '../http/listen.ts';
import { buildServer } from '../http/server.ts';
import { startImportJobs } from '../jobs/imports.ts';
import { startLawJobs } from '../jobs/law.ts';
import { startRevival } from '../jobs/revival.ts';
import { startSweeps } from '../jobs/sweeps.ts';
import { freshSetUpCode } from '../operations/set-up.ts';
import { openServices } from './open-services.ts';
import { phase, type Say } from './phase.ts';
import { PREPARATIONS } from './preparations.ts';
import { stopOnSignal } from './stop.ts';

/** From settings to a page that answers, one named phase after another. Everything it makes lies in `config.home`. */
export async function runServer(config: Config, say: Say): Promise<void> {
  await claimPort(config);
  const { services, migrated, close, revive } = await phase(say, '启动数据库 / starting the database', () =>
    openServices(config),
  );
  if (migrated.length > 0) say(`  ${migrated.join(', ')}`);
  for (const { title, isNeeded, run } of PREPARATIONS) {
    if (await isNeeded(services, config)) await phase(say, title, () => run(services, say));
  }

  const demonstration = config.demonstration && isLoopback(config.host);
  const readiness = { accepting: true };
  const app = await buildServer(services, {
    log: { level: config.logLevel },
    readiness,
    demonstration,
    origin: config.origin,
  });
  const onError = (error: unknown): void => app.log.error({ err: error }, 'job');
  const jobs = [
    startImportJobs(services, { onError }),
    startLawJobs(services, { onError }),
    startSweeps(services, { onError }),
    startRevival(revive, { onError }),
  ];
  stopOnSignal(app, readiness, async () => {
    await Promise.all(jobs.map((job) => job.stop()));
    await close();
  });

  const address = await phase(say, '打开网页服务 / opening the door', () => listen(app, config));
  say(`\n闭环已就绪 / Bihuan is ready: ${config.origin ?? address}`);
  if (demonstration) say('演示：在登录页点选任一人员 / demonstration: choose anybody on the sign-in page');
  const code = await freshSetUpCode(services);
  if (code !== null) say(`尚无用户，一次性安装码 / nobody is in yet, one-time set-up code: ${code}`);
  say('按 Ctrl-C 停止 / Ctrl-C stops it\n');
}
