import type { Language } from '@bihuan/core/time';
import type { Pack } from '@bihuan/core/policy';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../config.ts';
import { readPack, type PackFiles } from '../policies/index.ts';
import { Trouble } from '../trouble.ts';
import { Misuse } from './command.ts';

/** The folder named on the command line, or the newest edition of this county's plan. */
export function packDir(positionals: readonly string[]): string {
  const [dir, ...more] = positionals;
  if (more.length > 0)
    throw new Misuse(`只能给一个目录 / one folder only: ${positionals.join(' ')}`, 'bihuan policy --help');
  return dir ?? newestEdition(path.join(ROOT, 'policies/shidian'));
}

function newestEdition(county: string): string {
  const newest = readdirSync(county)
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .toSorted()
    .at(-1);
  if (newest === undefined)
    throw new Trouble(
      `没有政策包 / no pack in ${county}`,
      '给出目录 / name a folder: policies/<county>/<in-force-from>',
    );
  return path.relative(process.cwd(), path.join(county, newest)) || '.';
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
