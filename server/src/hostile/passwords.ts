import type { Figure } from '../bench/figure.ts';
import { ask, keepAsking, type Asked } from './asking.ts';
import { onSite, PERSON, type Site } from './site.ts';

const STRANGERS = 60;
const SECONDS = 12;

/** Sixty strangers who try names and passwords without a pause, and somebody who has the right one and comes four times. */
export async function measurePasswords(home: string): Promise<readonly Figure[]> {
  const { entered, slowest, staff } = await onSite(home, true, guessed);
  const figure = (what: string, value: number, unit: string, target: Figure['target']): Figure => ({
    part: 'passwords',
    what: `六十人试密码 / sixty try passwords: ${what}`,
    value,
    unit,
    target,
  });
  return [
    figure('密码正确者登录成功 / the right one gets in', entered, '', { at: 'least', value: 1 }),
    figure('最慢一次 / its slowest time', slowest / 1_000, 's', null),
    figure('其间工作人员得到答复 / staff answered', staff, '', { at: 'least', value: 0.99 }),
  ];
}

async function guessed(site: Site) {
  const tried = (username: string, password: string): Asked => ({
    method: 'POST',
    path: '/api/session',
    cookie: null,
    body: { username, password },
  });
  let over = false;
  const strangers = Promise.all([
    keepAsking(site, { clients: STRANGERS, seconds: SECONDS, asked: (no) => tried(`nobody-${no}`, 'guess-guess') }),
    keepAsking(site, {
      clients: 2,
      seconds: SECONDS,
      asked: () => ({ method: 'GET', path: '/api/workbench', cookie: site.cookie }),
    }),
  ]).finally(() => (over = true));
  const entries = [];
  for (let no = 0; no < 4 && !over; no += 1) entries.push(await ask(site, tried(PERSON.username, PERSON.password)));
  const [, staff] = await strangers;
  return {
    entered: entries.filter(({ status }) => status === 200).length / entries.length,
    slowest: Math.max(...entries.map(({ ms }) => ms)),
    staff: staff.filter(({ status }) => status === 200).length / staff.length,
  };
}
