import path from 'node:path';
import { type Again, type Config, isLoopback } from '../config.ts';
import { isFull, watchDisk } from '../disk.ts';
import { claimPort, listen } from '../http/door/listen.ts';
import { isOverload } from '../http/door/overload.ts';
import { buildServer } from '../http/door/server.ts';
import { troubleOf } from '../http/door/trouble.ts';
import { startJobs } from '../jobs/index.ts';
import { startMachineWatch } from '../jobs/machine.ts';
import { freshSetUpCode } from '../operations/people/set-up.ts';
import { madeBeside } from '../store/database/beside.ts';
import { Trouble } from '../trouble.ts';
import { upgraded } from './migrate.ts';
import { openServices, type OpenedServices } from './open-services.ts';
import { phase, type Say } from './phase.ts';
import { type Preparing, PREPARATIONS } from './preparations.ts';
import { stopOnSignal } from './stop.ts';

/** From settings to a page that answers, one named phase after another. Everything it makes lies in `config.home`. */
export async function runServer(config: Config, say: Say, again: Again): Promise<void> {
  refuseOpenDemonstration(config);
  await claimPort(config, again);
  await firstDemonstration(config, say);
  const opened = await phase(say, '启动数据库 / starting the database', () => openServices(config));
  try {
    await prepare(opened, { ...config, isBeside: false }, say);
    await serve(opened, config, say, again);
  } catch (error) {
    await opened.close().catch(() => {}); // the first failure is the one to tell
    throw asTrouble(error, config);
  }
}

/** Whoever can connect could be any of the invented people; without one-click sign-in nobody could be anyone. */
function refuseOpenDemonstration({ demonstration, host }: Config): void {
  if (!demonstration || isLoopback(host)) return;
  throw new Trouble(
    `演示只供本机使用，不能监听 ${host} / a demonstration is for this machine only and does not listen on ${host}`,
    '去掉 HOST；正式使用 / leave HOST out; a real installation: BIHUAN_HOME=… npm run bihuan -- serve',
  );
}

/** A demonstration's past takes many acts to live through: it is lived through beside its place and moved there whole. */
async function firstDemonstration(config: Config, say: Say): Promise<void> {
  if (!config.demonstration || config.databases !== null) return;
  try {
    await madeBeside(config.home, async (database) => {
      const opened = await openServices(config, database);
      try {
        await prepare(opened, { ...config, isBeside: true }, say);
      } finally {
        await opened.close();
      }
    });
  } catch (error) {
    throw asTrouble(error, config);
  }
}

async function prepare({ services, migrated, refolded }: OpenedServices, config: Preparing, say: Say): Promise<void> {
  for (const line of upgraded({ migrated, refolded })) say(`  ${line}`);
  for (const { title, isNeeded, run } of PREPARATIONS) {
    if (await isNeeded(services, config)) await phase(say, title, () => run(services, say, config));
  }
}

async function serve(opened: OpenedServices, config: Config, say: Say, again: Again): Promise<void> {
  const { services, close, revive, backup, clockFault } = opened;
  const { demonstration, origin, day, daysApart } = config;
  const readiness = { accepting: true };
  const log = { level: config.logLevel };
  const watched = { disk: watchDisk(config.home, config.diskReserveMb * 1024 * 1024), clockFault };
  const asOffice = { log, readiness, watched, demonstration, origin, daysApart, otherDay: day !== null };
  const app = await buildServer(services, asOffice);
  const address = await phase(say, '打开网页服务 / opening the door', () => listen(app, config, again));
  const jobs = startJobs(services, { revive, backup, leadersAfter: config.leadersAfter }, (error) =>
    app.log.error({ err: error }, 'job'),
  );
  const watch = startMachineWatch(
    () => troubleOf(watched),
    (trouble) => app.log.error({ trouble: trouble ?? 'over' }, 'machine'),
  );
  stopOnSignal(app, readiness, async () => {
    await Promise.all([jobs.stop(), watch.stop()]);
    await close();
  });

  const code = await freshSetUpCode(services);
  say(`\n闭环已就绪 / Bihuan is ready: ${origin ?? address}`);
  if (demonstration) say('演示：在登录页点选任一人员 / demonstration: choose anybody on the sign-in page');
  if (day !== null) say(`演示日期 / the demonstration's day: ${services.today()}`);
  if (code !== null) say(`尚无用户，一次性安装码 / nobody is in yet, one-time set-up code: ${code}`);
  say('按 Ctrl-C 停止 / Ctrl-C stops it\n');
}

/** A disk that is full while the program prepares itself is no bug; neither is a database that went away. */
function asTrouble(error: unknown, { home, databases }: Config): unknown {
  if (!(error instanceof Error)) return error;
  if (isFull(error))
    return new Trouble(
      `磁盘已满 / the disk is full: ${error.message}`,
      `腾出空间后重试 / make room and try again: ${home}`,
    );
  if (!isOverload(error)) return error;
  return new Trouble(
    `数据库中途不再应答 / the database stopped answering: ${error.message}`,
    databases === null
      ? `磁盘可能已满，查看日志 / the disk may be full, read ${path.join(home, 'pg/server.log')}`
      : '检查数据库是否运行 / see whether the database runs',
  );
}
