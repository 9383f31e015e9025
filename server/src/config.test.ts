import { expect, test } from 'vitest';
import { readConfig, ROOT } from './config.ts';

const owner = 'postgres://bihuan_owner@db/bihuan';
const app = 'postgres://bihuan_app@db/bihuan';

test('with nothing set, only this machine can connect and everything lies beside the program', () => {
  const { host, home, databases } = readConfig({});

  expect({ host, databases }).toEqual({ host: '127.0.0.1', databases: null });
  expect(home).toBe(`${ROOT}.bihuan`);
});

test('a database of the office needs both accounts', () => {
  expect(readConfig({ DATABASE_URL: owner, DATABASE_APP_URL: app }).databases).toEqual({ owner, app });
});

test('what the environment says goes before what a command prefers', () => {
  const prefers = { PORT: '9000', LOG_LEVEL: 'warn' };

  expect(readConfig({ PORT: '9001' }, prefers)).toMatchObject({ port: 9001, logLevel: 'warn' });
});

test.each([
  ['a port that is a word', { PORT: 'http' }, 'PORT=http'],
  ['a port that does not exist', { PORT: '65536' }, 'PORT=65536'],
  ['the owner alone', { DATABASE_URL: owner }, 'DATABASE_APP_URL'],
  ['the application alone', { DATABASE_APP_URL: app }, 'DATABASE_URL'],
  ['one account for both', { DATABASE_URL: owner, DATABASE_APP_URL: owner }, 'same account'],
  ['another kind of database', { DATABASE_URL: 'mysql://x', DATABASE_APP_URL: app }, 'DATABASE_URL'],
  ['a region that is a name', { BIHUAN_REGION: '施甸' }, 'BIHUAN_REGION=施甸'],
  [
    'another day in an installation that is no demonstration',
    { BIHUAN_DEMO_DAY: '2026-11-30' },
    'for demonstrations only',
  ],
  ['a day that there is not', { BIHUAN_DEMO: '1', BIHUAN_DEMO_DAY: '2026-02-30' }, 'BIHUAN_DEMO_DAY=2026-02-30'],
  ['a number of days that is none', { BIHUAN_LEADERS_AFTER: '0' }, 'BIHUAN_LEADERS_AFTER=0'],
  ['a log level that does not exist', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud'],
])('refuses %s and names it', (_what, env, named) => {
  expect(() => readConfig(env)).toThrow(named);
});
