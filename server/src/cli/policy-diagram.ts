import { mermaid, svg } from '@bihuan/core/policy';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Trouble } from '../trouble.ts';
import { Misuse, type Out } from './command.ts';
import { packDir, soundPack } from './policy-pack.ts';

const options = { out: { type: 'string' }, help: { type: 'boolean' } } as const;

/** `policy diagram [DIR] --out FOLDER`: `<route>.svg` and `<route>.mmd` for every route, their names printed. */
export async function diagrams(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { out } = values;
  if (!out) throw new Misuse('缺少 --out / --out is missing', 'bihuan policy diagram --out ./diagrams');
  const pack = soundPack(packDir(positionals));
  const drawn = pack.policy.procedures.flatMap((procedure) =>
    procedure.routes.flatMap((route) => [
      { file: path.join(out, `${route.id}.svg`), text: svg(route, pack) },
      { file: path.join(out, `${route.id}.mmd`), text: mermaid(route, pack) },
    ]),
  );
  write(out, drawn);
  stdout.write(`${drawn.map(({ file }) => file).join('\n')}\n`);
  return 0;
}

function write(folder: string, drawn: readonly { readonly file: string; readonly text: string }[]): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const { file, text } of drawn) writeFileSync(file, text);
  } catch (error) {
    throw new Trouble(`写不进这个目录 / cannot write into ${folder}`, '换一个目录 / choose another --out', {
      cause: error,
    });
  }
}
