import type { Language } from '@bihuan/core/time';
import type { Pack } from '@bihuan/core/policy';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, ROOT } from '../config.ts';
import { readPack, type PackFiles } from '../policies/index.ts';
import { Trouble } from '../trouble.ts';
import { Misuse } from './command.ts';

/** The folder named on the command line, or the newest edition of the plan of this installation's region. */
export function packDir(positionals: readonly string[], region = readConfig().region): string {
  const [dir, ...more] = positionals;
  if (more.length > 0)
    throw new Misuse(`只能给一个目录 / one folder only: ${positionals.join(' ')}`, 'bihuan policy --help');
  return dir ?? newestEdition(region);
}

function newestEdition(region: string): string {
  const newest = globSync('*/*/policy.yaml', { cwd: POLICIES })
    .filter((file) => regionOf(path.join(POLICIES, file)) === region)
    .map((file) => path.dirname(file))
    .toSorted(byAge)
    .at(-1);
  if (newest === undefined)
    throw new Trouble(
      `policies/ 中没有 ${region} 的政策包 / no pack of ${region} in policies/`,
      '给出目录，或核对 BIHUAN_REGION / name a folder: policies/<county>/<in-force-from>, or look at BIHUAN_REGION',
    );
  return path.relative(process.cwd(), path.join(POLICIES, newest)) || '.';
}

const POLICIES = path.join(ROOT, 'policies');

// read from its own line: a pack with a slip elsewhere is found all the same, so that the check can say where
const regionOf = (file: string): string | undefined =>
  /^region: *['"]?([0-9]{6})/m.exec(readFileSync(file, 'utf8'))?.[1];

/** By day; a further reading of an edition, `2023-05-17.r2`, comes after it, and r10 after r9. */
function byAge(one: string, other: string): number {
  const [a, b] = [path.basename(one), path.basename(other)];
  const day = (name: string): string => name.slice(0, '2023-05-17'.length);
  return day(a).localeCompare(day(b)) || a.length - b.length || a.localeCompare(b);
}

/** The files of a pack. @throws Misuse where the folder is none: there is nothing to find faults in */
export function packFiles(dir: string): PackFiles {
  try {
    return readPack(dir);
  } catch (error) {
    if (error instanceof Trouble) throw new Misuse(error.message, error.remedy, { cause: error });
    throw error;
  }
}

/** A pack that could be understood. @throws Trouble naming the first place that could not */
export function soundPack(dir: string): Pack {
  const { pack, faults, locate } = packFiles(dir);
  if (pack) return pack;
  const [first] = faults;
  const at = first && locate(first.file, first.path);
  throw new Trouble(
    `${at ? `${at.file}:${at.line} ` : ''}${first?.text.zh ?? ''} / ${first?.text.en ?? ''}`,
    `bihuan policy check ${dir}`,
  );
}

/** `--lang`. */
export function languageOf(said: string | undefined): Language {
  if (said === undefined || said === 'zh') return 'zh';
  if (said === 'en') return 'en';
  throw new Misuse(`--lang ${said} 无此选项 / is not a choice`, '--lang zh, --lang en');
}
