import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAYS_APART } from '@bihuan/core/procedure';
import { parsePlainDate, type PlainDate } from '@bihuan/core/time';
import { backupPlan, type BackupPlan } from './backup-settings.ts';
import { Trouble } from './trouble.ts';

/** The folder that holds package.json, web/ and policies/. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders in which programs of this machine (LibreOffice) are looked for. */
export const SEARCH_PATH = process.env['PATH'] ?? '';

/** What a program that this one starts gets: this one's environment and these settings over it. */
export const environmentWith = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...settings,
});

/** The program's own version, shown at the foot of every page. */
export const VERSION: string = (
  JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }
).version; // our own file

/** Two accounts of one database: the owner migrates, the application cannot change the log. */
export type DatabaseUrls = { readonly owner: string; readonly app: string };

/** Every setting there is. A new one is added here with a safe default and passed on by hand. */
export type Config = {
  /** `BIHUAN_HOME`: database, evidence files and keys of this installation. */
  readonly home: string;
  /** `HOST`, `PORT`. Only this machine can connect unless `HOST` says otherwise. */
  readonly host: string;
  readonly port: number;
  /** `DATABASE_URL` and `DATABASE_APP_URL`; null starts a PostgreSQL of our own in `home`. */
  readonly databases: DatabaseUrls | null;
  /** `BIHUAN_REGION`: six-digit code of the jurisdiction served here; 施甸县 unless it says otherwise. */
  readonly region: string;
  /** `BIHUAN_DEMO=1`: invented people and one-click sign-in, on loopback only. */
  readonly demonstration: boolean;
  /** `BIHUAN_DEMO_DAY`: the day on which a demonstration is begun, to see what happens as terms run out; null is the real one. */
  readonly day: PlainDate | null;
  /** `BIHUAN_CLOCK_TRUSTED`: from this day on the machine's clock is believed though the record has later times, left by a wrong one. */
  readonly clockTrusted: PlainDate | null;
  /** `BIHUAN_DISK_RESERVE`: megabytes that stay free; below, files are refused and readiness is red. */
  readonly diskReserveMb: number;
  /** `BIHUAN_ORIGIN`: the address people type where a proxy stands before the program; with https, cookies travel only there. */
  readonly origin: string | null;
  /** `BIHUAN_LEADERS_AFTER`: after so many working days something late is told to who leads the unit, too. */
  readonly leadersAfter: number;
  /** `BIHUAN_DAYS_APART`: where a paper's day and its entry are more than so many days apart, the dossier points at it. */
  readonly daysApart: number;
  /** `LOG_LEVEL`: `silent` in tests. */
  readonly logLevel: string;
  /** `BIHUAN_BACKUP_DIR` and its like; null: nothing is backed up by itself. */
  readonly backup: BackupPlan | null;
};

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Settings that are typed before a command. */
const TYPED = [
  'PORT',
  'HOST',
  'BIHUAN_HOME',
  'BIHUAN_REGION',
  'BIHUAN_ORIGIN',
  'BIHUAN_DEMO',
  'BIHUAN_DEMO_DAY',
  'BIHUAN_LEADERS_AFTER',
  'BIHUAN_DAYS_APART',
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'BIHUAN_BACKUP_DIR',
  'BIHUAN_BACKUP_KEY_FILE',
];

/** A command to be typed again with some settings changed. */
export type Again = (changed: Readonly<Record<string, string>>) => string;

/**
 * How to type a command again: with every setting that was given, or another office would answer, but for the passwords in
 * addresses of databases, which nobody should read on a screen.
 */
export const typedAgain =
  (command: string, given: Environment = process.env): Again =>
  (changed) => {
    const settings = TYPED.flatMap((name) => {
      const value = changed[name] ?? (name.startsWith('DATABASE') && given[name] ? '…' : given[name]);
      return value
        ? [`${name}=${/^[\w./:…-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`}`]
        : [];
    });
    return [...settings, command].join(' ');
  };

type Environment = Readonly<Record<string, string | undefined>>;

/** `defaults` stand where the environment says nothing. @throws Trouble naming the variable that cannot be used. */
export function readConfig(given: Environment = process.env, defaults: Environment = {}): Config {
  const env = { ...defaults, ...given };
  return {
    home: path.resolve(env['BIHUAN_HOME'] || path.join(ROOT, '.bihuan')),
    host: env['HOST'] || '127.0.0.1',
    port: port(env['PORT'] || '8080'),
    databases: databases(env['DATABASE_URL'], env['DATABASE_APP_URL']),
    region: region(env['BIHUAN_REGION'] || '530521'),
    demonstration: env['BIHUAN_DEMO'] === '1',
    day: day(env['BIHUAN_DEMO_DAY'], env['BIHUAN_DEMO'] === '1'),
    clockTrusted: trusted(env['BIHUAN_CLOCK_TRUSTED']),
    diskReserveMb: reserve(env['BIHUAN_DISK_RESERVE'] || '512'),
    origin: origin(env['BIHUAN_ORIGIN']),
    leadersAfter: days(env['BIHUAN_LEADERS_AFTER'] || '3'),
    daysApart: apart(env['BIHUAN_DAYS_APART'] || String(DAYS_APART)),
    logLevel: logLevel(env['LOG_LEVEL'] || 'info'),
    backup: backupPlan(env),
  };
}

/** The settings as a backup tells them: what would be typed again, never an address or password of a database. */
export const settingsOf = ({
  host,
  port: at,
  region: code,
  demonstration,
  origin: outside,
  backup,
  ...rest
}: Config) => ({
  BIHUAN_REGION: code,
  HOST: host,
  PORT: String(at),
  BIHUAN_LEADERS_AFTER: String(rest.leadersAfter),
  BIHUAN_DAYS_APART: String(rest.daysApart),
  ...(outside === null ? {} : { BIHUAN_ORIGIN: outside }),
  ...(demonstration ? { BIHUAN_DEMO: '1' } : {}),
  ...(backup === null
    ? {}
    : {
        BIHUAN_BACKUP_DIR: backup.folder,
        BIHUAN_BACKUP_KEY_FILE: backup.keyFile,
        BIHUAN_BACKUP_AT: backup.at,
        BIHUAN_BACKUP_KEEP: String(backup.keep),
      }),
});

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new Trouble(`PORT=${text} 不是端口号 / is not a port`, '例如 / for example: PORT=8081');
}

function trusted(text: string | undefined): PlainDate | null {
  if (!text) return null;
  const chosen = parsePlainDate(text);
  if (chosen !== null) return chosen;
  throw new Trouble(
    `BIHUAN_CLOCK_TRUSTED=${text} 不是日期 / is not a day`,
    '例如 / for example: BIHUAN_CLOCK_TRUSTED=2026-11-30',
  );
}

function reserve(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 1_000_000) return value;
  throw new Trouble(
    `BIHUAN_DISK_RESERVE=${text} 不是兆字节数 / is not a number of megabytes`,
    '例如 / for example: BIHUAN_DISK_RESERVE=512',
  );
}

function apart(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 366) return value;
  throw new Trouble(
    `BIHUAN_DAYS_APART=${text} 不是天数 / is not a number of days`,
    '例如 / for example: BIHUAN_DAYS_APART=5',
  );
}

function origin(text: string | undefined): string | null {
  if (!text) return null;
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Trouble(
    `BIHUAN_ORIGIN=${text} 不是网址 / is not an origin`,
    '例如 / for example: BIHUAN_ORIGIN=https://bihuan.example.cn',
  );
}

/** Whether only this machine can connect to what listens on this address. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

function region(text: string): string {
  if (/^\d{6}$/.test(text)) return text;
  throw new Trouble(
    `BIHUAN_REGION=${text} 不是六位行政区划代码 / is not a six-digit code`,
    '例如 / for example: BIHUAN_REGION=530521',
  );
}

/** Whoever works for real writes real days: only a demonstration may be on another. */
function day(text: string | undefined, demonstration: boolean): PlainDate | null {
  if (!text) return null;
  if (!demonstration)
    throw new Trouble(
      'BIHUAN_DEMO_DAY 只用于演示 / is for demonstrations only',
      '去掉 BIHUAN_DEMO_DAY / leave BIHUAN_DEMO_DAY out',
    );
  const chosen = parsePlainDate(text);
  if (chosen !== null) return chosen;
  throw new Trouble(
    `BIHUAN_DEMO_DAY=${text} 不是日期 / is not a day`,
    '例如 / for example: BIHUAN_DEMO_DAY=2026-11-30',
  );
}

function days(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 250) return value;
  throw new Trouble(
    `BIHUAN_LEADERS_AFTER=${text} 不是 1 至 250 的工作日数 / is not a number of working days from 1 to 250`,
    '例如 / for example: BIHUAN_LEADERS_AFTER=3',
  );
}

function logLevel(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw new Trouble(`LOG_LEVEL=${text} 无此级别 / is not a level`, `可用 / choose from: ${LOG_LEVELS.join(', ')}`);
}

function databases(owner: string | undefined, app: string | undefined): DatabaseUrls | null {
  if (!owner && !app) return null;
  if (!owner || !app) {
    throw new Trouble(
      'DATABASE_URL 与 DATABASE_APP_URL 须同时给出 / are needed together',
      '前者属 bihuan_owner（建表），后者属 bihuan_app（办事）/ the first as bihuan_owner, the second as bihuan_app',
    );
  }
  for (const [name, value] of Object.entries({ DATABASE_URL: owner, DATABASE_APP_URL: app })) {
    if (/^postgres(ql)?:\/\//.test(value)) continue;
    throw new Trouble(
      `${name} 不是 PostgreSQL 地址 / is not a PostgreSQL address`,
      'postgres://user:password@host:5432/bihuan',
    );
  }
  if (owner === app)
    throw new Trouble('两个数据库账号相同 / both URLs use the same account', '见 / see migrations/0001_roles.sql');
  return { owner, app };
}
