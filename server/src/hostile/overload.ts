import type { Figure } from '../bench/figure.ts';
import { keepAsking, standing, type Asked, type Heard } from './asking.ts';
import { onSite, type Site } from './site.ts';

const SECONDS = 6;

/** As many as keep the server busy, and ten times that. */
const BUSY = 24;

/** Ten times as many who ask as the server can serve, and who come again at once when they are told it is busy. */
export async function measureOverload(home: string, small: boolean): Promise<readonly Figure[]> {
  const seconds = small ? 3 : SECONDS;
  const guarded = await onSite(home, true, (site) => overloaded(site, seconds));
  const unguarded = await onSite(home, false, (site) => overloaded(site, seconds));
  const figure = (what: string, value: number, unit: string, target: Figure['target']): Figure => ({
    part: 'overload',
    what: `十倍负荷 / ten times the load: ${what}`,
    value,
    unit,
    target,
  });
  return [
    figure('完成 ÷ 最好 / goodput ÷ best', guarded.goodput, '', { at: 'least', value: 0.8 }),
    figure('其间工作人员 p99 / staff p99 meanwhile', guarded.p99, 'ms', { at: 'most', value: 1_000 }),
    figure('其间工作人员得到答复 / staff answered', guarded.answered, '', { at: 'least', value: 0.99 }),
    figure('无防护：完成 ÷ 最好 / unguarded: goodput ÷ best', unguarded.goodput, '', null),
    figure('无防护：工作人员 p99 / unguarded: staff p99', unguarded.p99, 'ms', null),
  ];
}

/** Goodput of a crowd that only reads, beside four people who send commands. */
async function overloaded(site: Site, seconds: number) {
  const reading = (): Asked => ({ method: 'GET', path: '/api/problems?size=50', cookie: site.cookie });
  const command = (): Asked => ({
    method: 'POST',
    path: '/api/feedback',
    cookie: site.cookie,
    body: { text: '（演示）压力下的意见', page: '/' },
  });
  await keepAsking(site, { clients: BUSY, seconds: 2, asked: reading });
  const best = rate(await keepAsking(site, { clients: BUSY, seconds, asked: reading }), seconds);
  const [crowd, staff] = await Promise.all([
    keepAsking(site, { clients: BUSY * 10, seconds, asked: reading }),
    keepAsking(site, { clients: 4, seconds, asked: command }),
  ]);
  const { p99, answered, done } = standing(staff);
  return { goodput: rate(crowd, seconds) / best + done / seconds / best, p99, answered };
}

const rate = (heard: readonly Heard[], seconds: number): number => standing(heard).done / seconds;
