import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LIMITS } from './limits.ts';
import type { FileRefusalCode } from './refusal.ts';

/** The converter's program, or null where none is installed. `searchPath` is the value of PATH. */
export function findConverter(searchPath: string): string | null {
  const places = searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const programs = places.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => path.join(folder, name)));
  return programs.find(runnable) ?? null;
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const setting = (name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

// A file from outside may name pictures anywhere in the network, and the converter would fetch them from within ours. Every
// request goes to a proxy that is not there (port 9, “discard”).
const NOWHERE = [
  setting('ooInetProxyType', '2'),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind) => [
    setting(`ooInet${kind}ProxyName`, '127.0.0.1'),
    setting(`ooInet${kind}ProxyPort`, '9'),
  ]),
  setting('ooInetNoProxy', ''),
];
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${NOWHERE.join('')}</oor:items>`;

/** How the converter is to read each kind; left to guess, it takes a damaged workbook for a text. */
const FILTERS = { xls: 'MS Excel 97', ods: 'calc8' } as const;

/** A converted workbook, or why there is none. What comes back is checked like any upload: a converter is not trusted. */
export type Converted = { readonly bytes: Buffer } | { readonly refused: FileRefusalCode };

/**
 * Converts an old or open format to .xlsx with LibreOffice, in a folder and with a profile of its own, so that two conversions
 * do not meet and no macro setting of a person is used. Ends the whole process group when the time is over.
 */
export async function convert(
  bytes: Buffer,
  kind: 'xls' | 'ods',
  program: string,
  ms: number = LIMITS.convertMs,
): Promise<Converted> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bihuan-convert-'));
  try {
    const source = path.join(folder, `source.${kind}`);
    await writeFile(source, bytes, { mode: 0o600 });
    await mkdir(path.join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), PROFILE);
    const ended = await run(program, folder, source, FILTERS[kind], ms);
    if (ended !== 'done') return { refused: ended };
    const result = path.join(folder, 'out', 'source.xlsx');
    const size = statSync(result, { throwIfNoEntry: false })?.size ?? 0;
    return size === 0 || size > LIMITS.fileBytes * 2
      ? { refused: 'conversion-failed' }
      : { bytes: await readFile(result) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  program: string,
  folder: string,
  source: string,
  filter: string,
  ms: number,
): Promise<'done' | 'conversion-failed' | 'too-slow'> {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const options = [
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    `--infilter=${filter}`,
    '--convert-to',
    'xlsx',
    '--outdir',
    path.join(folder, 'out'),
    source,
  ];
  const env = { HOME: folder, TMPDIR: folder, PATH: `${path.dirname(program)}:/usr/bin:/bin`, LANG: 'C.UTF-8' };
  const child = spawn(program, [profile, ...options], { cwd: folder, env, stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve('too-slow');
      endGroup(child.pid);
    }, ms);
    child.on('error', () => resolve('conversion-failed'));
    child.on('exit', (status) => resolve(status === 0 ? 'done' : 'conversion-failed'));
    child.on('close', () => clearTimeout(timer));
  });
}

// soffice is a script that starts another process; the group holds both
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    return; // it ended by itself in the same moment
  }
}
