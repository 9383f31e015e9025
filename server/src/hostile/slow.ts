import { connect, type Socket } from 'node:net';
import type { Figure } from '../bench/figure.ts';
import { keepAsking, standing, type Asked } from './asking.ts';
import { onSite, type Site } from './site.ts';

const SAYS = {
  '不发任何内容 / that send nothing': '',
  '请求头发得很慢 / slow headers': 'GET /api/session HTTP/1.1\r\nhost: x\r\n',
  '请求内容发得很慢 / slow bodies':
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{',
} as const;

const SECONDS = 8;
const STAFF = 4;

/** Slow and silent clients, who come again as soon as they are let go, and what they leave to people who are signed in. */
export async function measureSlow(home: string, small: boolean): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, says] of Object.entries(SAYS)) {
    for (const count of small ? [250] : [250, 800]) {
      const guarded = await onSite(home, true, (site) => besides(site, count, says));
      const unguarded = await onSite(home, false, (site) => besides(site, count, says));
      const of = (what: string): string => `${count} 个连接${kind}: ${what}`;
      figures.push(
        figure(of('工作人员得到答复 / staff answered'), guarded.answered, { at: 'least', value: 0.99 }),
        figure(of('第 99 百分位 ÷ 平时 / p99 ÷ idle'), guarded.slowdown, { at: 'most', value: 2 }),
        figure(of('无防护时 / unguarded'), unguarded.answered, null),
      );
    }
  }
  return figures;
}

const figure = (what: string, value: number, target: Figure['target']): Figure => ({
  part: 'slow',
  what,
  value,
  unit: '',
  target,
});

async function besides(site: Site, count: number, says: string) {
  const asked = (): Asked => ({ method: 'GET', path: '/api/workbench', cookie: site.cookie });
  await keepAsking(site, { clients: STAFF, seconds: 2, asked });
  const idle = standing(await keepAsking(site, { clients: STAFF, seconds: SECONDS / 2, asked }));
  const crowd = gather(site.port, count, says);
  await crowd.arrived;
  const under = standing(await keepAsking(site, { clients: STAFF, seconds: SECONDS, asked }));
  crowd.end();
  return { answered: under.answered, slowdown: under.p99 / idle.p99 };
}

/** Sends a byte a second on each connection that has begun to say something, and opens another for each that is closed. */
function gather(port: number, count: number, says: string) {
  const open = new Set<Socket>();
  let over = false;
  const come = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(says);
        resolve();
      });
      open.add(socket);
      socket.resume().on('error', () => resolve());
      socket.on('close', () => {
        open.delete(socket);
        resolve();
        if (!over) setTimeout(() => void (over ? null : come()), 100);
      });
    });
  const drip = setInterval(() => {
    if (says !== '') for (const socket of open) socket.write('a');
  }, 1_000);
  const arrived = Promise.all(Array.from({ length: count }, come));
  return {
    arrived,
    end: () => {
      over = true;
      clearInterval(drip);
      for (const socket of open) socket.destroy();
    },
  };
}
