import { flowMermaid, flowSvg, mermaid, svg, withKinds } from '@bihuan/core/policy';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Trouble } from '../trouble.ts';
import { Misuse, type Out } from './command.ts';
import { packDir, soundPack } from './policy-pack.ts';

const options = { out: { type: 'string' }, help: { type: 'boolean' } } as const;

/**
 * `policy diagram [DIR] --out FOLDER`: `<route>.svg` and `<route>.mmd` for every route, `kind-<id>.svg` and `.mmd` for the flow of
 * every kind, their names printed.
 */
export async function diagrams(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { out } = values;
  if (!out) throw new Misuse('缺少 --out / --out is missing', 'bihuan policy diagram --out ./diagrams');
  const pack = soundPack(packDir(positionals));
  const { procedures, kinds } = withKinds(pack.policy);
  const both = (name: string, image: string, text: string) => [
    { file: path.join(out, `${name}.svg`), text: image },
    { file: path.join(out, `${name}.mmd`), text },
  ];
  const drawn = [
    ...procedures.flatMap(({ routes }) =>
      routes.flatMap((route) => both(route.id, svg(route, pack), mermaid(route, pack))),
    ),
    ...kinds.flatMap((kind) => both(`kind-${kind.id}`, flowSvg(kind, pack), flowMermaid(kind, pack))),
  ];
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
