import { parseArgs } from 'node:util';
import { readConfig, typedAgain } from '../config.ts';
import type { Command } from './command.ts';
import { sayOn } from './phase.ts';
import { runServer } from './run-server.ts';

const HELP = `bihuan serve — 运行本单位的系统 / run this installation

  bihuan serve

  设置取自环境变量 / settings come from the environment:
  HOST, PORT          监听地址与端口 / where to listen (127.0.0.1, 8080)
  BIHUAN_HOME         数据目录 / folder of the data (.bihuan)
  BIHUAN_REGION       六位行政区划代码 / six-digit code of the jurisdiction (530521)
  BIHUAN_ORIGIN       代理之前的网址 / public address in front of a proxy
  BIHUAN_DEMO=1       演示 / demonstration, on loopback only
  BIHUAN_DEMO_DAY     演示日期 / the day on which a demonstration is begun (today)
  DATABASE_URL, DATABASE_APP_URL
                      使用现有 PostgreSQL（两个账号）/ another PostgreSQL, as owner and as application
  BIHUAN_LEADERS_AFTER  超期几个工作日后也通知单位领导 / working days late until leaders are told (3)
  LOG_LEVEL           日志级别 / log level (info)
`;

/** The server of a real installation: it starts empty and prints a one-time code for the first administrator. */
export const serve = {
  help: HELP,
  async run(args, out) {
    parseArgs({ args: [...args] });
    await runServer(readConfig(), sayOn(out), typedAgain('npm run bihuan -- serve'));
    return 0;
  },
} satisfies Command;
