import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Trouble } from '../../trouble.ts';
import { binaries } from './binaries.ts';
import { accepts, forgetDeadServer, sweepDrafts } from './crash.ts';
import { lodging } from './lodging.ts';
import { as, ownFolder, type Servant } from './servant.ts';

const run = promisify(execFile);

/** A path of a Unix socket may hold 107 bytes, PostgreSQL's file name included. */
const LONGEST_SOCKET_FOLDER = 90;

/** Where a cluster lives and who runs it. Everything but `home` has a default that fits an office's machine. */
export type Place = {
  /** The folder of the installation; the database is made in `home/pg`. */
  readonly home: string;
  /** Where data and binaries go when the user that runs PostgreSQL cannot enter `home`. */
  readonly refuge?: string;
  /** Whom root lets run PostgreSQL, best first. */
  readonly servants?: readonly string[];
  /** Settings of a new cluster, over the ones set here. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** A running PostgreSQL of our own. Its superuser is `bihuan_admin`, and only who can enter the socket's folder gets in. */
export type Cluster = {
  /** The folder of the Unix socket: the `host` of a connection. */
  readonly host: string;
  readonly data: string;
  /** False when it was already running: then somebody else stops it. */
  readonly started: boolean;
  /** `fast` ends every session and writes everything down. */
  readonly stop: () => Promise<void>;
};

/**
 * Makes the cluster where there is none, starts it where it does not run, and mends what a crash left.
 * Two that start at once end up with the same one.
 * @throws Trouble with the end of PostgreSQL's own log when it does not come up.
 */
export async function startCluster(place: Place): Promise<Cluster> {
  const { refuge = '/var/lib/bihuan', servants = ['postgres', 'nobody'] } = place;
  const { who, data, run: folder } = await lodging(path.resolve(place.home), refuge, servants);
  const bin = path.join(await binaries(who, refuge), 'bin');
  const host = await ownFolder(who, socketFolder(folder));

  if (!existsSync(data)) await create(who, bin, data, place.settings ?? {});
  const started = !(await accepts(host)) && (await start(who, bin, data, host));
  const stop = async (): Promise<void> => {
    await run(path.join(bin, 'pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'], as(who));
  };
  return { host, data, started, stop };
}

function socketFolder(folder: string): string {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER) return folder;
  return `/tmp/bihuan-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
}

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'Asia/Shanghai',
  max_connections: '100',
};

/** With `lc_ctype=C` pg_trgm finds no trigram in Chinese and says nothing. */
const LOCALE = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
  '-E',
  'UTF8',
];

/** Made beside its place and moved there whole: an interrupted or doubled first start leaves nothing half done. */
async function create(who: Servant, bin: string, data: string, own: Readonly<Record<string, string>>): Promise<void> {
  await sweepDrafts(data);
  const draft = await ownFolder(who, `${data}.${process.pid}`);
  const settings = Object.entries({ ...SETTINGS, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const options = ['-D', draft, '-U', 'bihuan_admin', '-A', 'trust', '--data-checksums', ...LOCALE, ...settings];
  await run(path.join(bin, 'initdb'), options, as(who)).catch((error: unknown) => {
    throw new Trouble(
      `数据库未能建立 / initdb failed: ${String(error)}`,
      `检查磁盘与目录 / look at disk and folder: ${data}`,
    );
  });
  await rename(draft, data).catch(() => rm(draft, { recursive: true }));
}

// The setting is a list with commas between, and pg_ctl hands it to a shell.
const inList = (folder: string): string => `"${folder.replaceAll('"', '""')}"`;
const inShell = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** True when it was this call that started it. */
async function start(who: Servant, bin: string, data: string, host: string): Promise<boolean> {
  await forgetDeadServer(data, host);
  const log = path.join(data, 'server.log');
  const setting = `-c unix_socket_directories=${inShell(inList(host))}`;
  const options = ['-D', data, '-w', '-t', '60', '-l', log, '-o', setting, 'start'];
  try {
    await run(path.join(bin, 'pg_ctl'), options, as(who));
    return true;
  } catch (error) {
    // another start was faster: its lock file is there, and soon its socket answers
    for (let tries = 0; tries < 100 && existsSync(path.join(data, 'postmaster.pid')); tries += 1) {
      if (await accepts(host)) return false;
      await setTimeout(50);
    }
    const end = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-6).join('\n');
    throw new Trouble(`数据库未能启动 / PostgreSQL did not start:\n${end}`, `查看日志 / read ${log}`, { cause: error });
  }
}
