import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environmentWith, ROOT } from '../config.ts';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { firstAnswer, freePort, makeHome, openOffice, removeHome } from './office.ts';

const TIMES = 3;

/** From `npm start` to the first answered request, on an installation that was started before. */
export async function measureStart(): Promise<readonly Figure[]> {
  const home = makeHome();
  try {
    await (await openOffice(home)).stop();
    const seconds: number[] = [];
    for (let time = 0; time < TIMES; time++) seconds.push((await startAgain(home)) / 1000);
    return [
      {
        part: 'start',
        what: '第二次 npm start 到首个应答 / second npm start to first answer',
        value: median(seconds),
        unit: 's',
        target: { at: 'most', value: 3 },
      },
    ];
  } finally {
    removeHome(home);
  }
}

async function startAgain(home: string): Promise<number> {
  const port = await freePort();
  const env = environmentWith({ BIHUAN_HOME: home, PORT: String(port), LOG_LEVEL: 'error' });
  // a group of its own: npm does not always pass a signal on
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'ignore', detached: true });
  const ended = once(child, 'exit');
  try {
    return await firstAnswer(`http://127.0.0.1:${port}`);
  } finally {
    if (child.pid) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}
