import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, textOf } from './sources.ts';

const documents = globSync(['*.md', 'docs/**/*.md', 'samples/*.md'], { cwd: ROOT });

const isThere = (from: string, to: string): boolean => existsSync(path.join(ROOT, from, to));

// a document compiles whatever stands in it: nothing else would say that two changes were never joined
test('no document holds two versions of one passage', () => {
  expect(documents.filter((file) => /^(?:<{7}|={7}|>{7})(?: |$)/m.test(textOf(file)))).toEqual([]);
});

test('every link of a document leads somewhere', () => {
  const links = documents.flatMap((file) =>
    [...textOf(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, to = '']) =>
      /^\w+:/.test(to) ? [] : [{ file, to }],
    ),
  );

  expect(links.length).toBeGreaterThan(30);
  expect(links.filter(({ file, to }) => !isThere(path.dirname(file), to))).toEqual([]);
});

test('every file that a document names by its path is there', () => {
  const named = documents.flatMap((file) =>
    [...textOf(file).matchAll(/`((?:core|server|web|checks|policies|samples|e2e|docs)\/[\w./-]+\.\w+)`/g)].map(
      ([, to = '']) => ({ file, to }),
    ),
  );

  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ to }) => !isThere('.', to))).toEqual([]);
});

/** Commands that need no database, as `README` shows them, with the lines it shows of their answers. */
function shown(file: string): readonly { readonly args: readonly string[]; readonly lines: readonly string[] }[] {
  const blocks = [...textOf(file).matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.split(/^\$ /m))
    .map((part) => part.split('\n').filter((line) => line !== '' && line !== '…'))
    .flatMap(([command = '', ...lines]) => {
      const [, words] =
        /^npm run -s bihuan -- ((?:due|policy check|policy explain) .*|policy check)$/.exec(command) ?? [];
      return words ? [{ args: words.split(' '), lines }] : [];
    });
}

/** A change elsewhere in the plan moves its lines and its count of faults; neither makes the document untrue. */
const settled = (text: string): string =>
  text.replaceAll(/yaml:\d+/g, 'yaml:…').replaceAll(/^\d+ (faults|处问题)/gm, '… $1');

test.each(
  ['README.md', 'README.zh-CN.md', 'docs/policy-language.md'].flatMap((file) =>
    shown(file).map((example) => ({ file, ...example })),
  ),
)('$file shows what is printed: $args', ({ args, lines }) => {
  const { stdout } = spawnSync(process.execPath, ['server/src/cli/bihuan.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const printed = new Set(settled(stdout).split('\n'));

  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map((line) => settled(line)).filter((line) => !printed.has(line))).toEqual([]);
});
