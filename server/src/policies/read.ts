import { compile, type Fault, type Pack, type Path, type Text } from '@bihuan/core/policy';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from '../trouble.ts';
import { sourceOf, type Position, type Source } from './positions.ts';

/** A place in a pack with the name of its file. */
export type Located = Position & { readonly file: string };

/** A pack folder as read. `pack` is null when a file could not be understood; `faults` then say where. */
export type PackFiles = {
  readonly pack: Pack | null;
  /** Faults of shape, those of the YAML itself included. What the law says is checked by `faults` in the core. */
  readonly faults: readonly Fault[];
  /** Line and column of a path of the pack, in the file as the author has it. */
  readonly locate: (file: Fault['file'], path: Path) => Located;
  /** SHA-256 over names and bytes of the three files, lower-case hex: which text of the law this was. */
  readonly digest: string;
};

/** Bytes in one file of a pack. Shidian's policy has 40 KB, and a city of a thousand units not a tenth of this. */
const LARGEST = 1024 * 1024;

const parts = ['policy', 'units', 'examples'] as const;

/**
 * Reads `policy.yaml`, `units.yaml` and `examples.yaml` of one edition.
 * @throws Trouble when a file is not there.
 */
export function readPack(dir: string): PackFiles {
  const texts = { policy: readPart(dir, 'policy'), units: readPart(dir, 'units'), examples: readPart(dir, 'examples') };
  const [policy, units, examples] = [sourceOf(texts.policy), sourceOf(texts.units), sourceOf(texts.examples)];
  const sources: Readonly<Record<Fault['file'], Source>> = { policy, units, examples };
  const broken = parts.flatMap((part) => sources[part].broken.map(({ said }, index) => unsound(part, said, index)));
  const compiled =
    broken.length > 0
      ? { pack: null, faults: broken }
      : compile({ policy: policy.value, units: units.value, examples: examples.value });
  return {
    ...compiled,
    locate: (file, place) => ({ file: fileOf(dir, file), ...positionIn(sources[file], file, place) }),
    digest: digestOf(texts),
  };
}

const fileOf = (dir: string, part: string): string => path.join(dir, `${part}.yaml`);

function readPart(dir: string, part: string): string {
  try {
    const file = fileOf(dir, part);
    if (statSync(file).size <= LARGEST) return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Trouble(
      `读不到政策文件 / cannot read ${fileOf(dir, part)}`,
      '政策包须有 policy.yaml、units.yaml、examples.yaml / a pack has these three files',
      { cause: error },
    );
  }
  throw new Trouble(
    `政策文件超过 ${LARGEST / 1024} KB / larger than ${LARGEST / 1024} KB: ${fileOf(dir, part)}`,
    '看看是不是放错了文件 / see whether another file was put there by mistake',
  );
}

// a file that is not YAML has no keys to point at, only the line of each complaint
function positionIn(source: Source, file: Fault['file'], place: Path): Position {
  const [first] = source.broken;
  const broken = (typeof place[0] === 'number' ? source.broken[place[0]] : undefined) ?? first;
  if (broken) return { line: broken.line, column: broken.column };
  return source.locate(typeof place[0] === 'number' ? [file, ...place] : place);
}

function unsound(file: Fault['file'], text: Text, index: number): Fault {
  return { kind: 'shape', file, path: [index], clauses: [], facts: [], about: [file], text, ruling: null };
}

function digestOf(texts: Readonly<Record<Fault['file'], string>>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part}.yaml\n${Buffer.byteLength(texts[part])}\n`).update(texts[part]);
  return hash.digest('hex');
}
