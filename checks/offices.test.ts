import { readFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { ROOT, sources, saidIn, textOf } from './sources.ts';

type Names = { readonly zh: string; readonly en?: string };
type Unit = {
  readonly names: Names | readonly { readonly name: Names }[];
  readonly 'short-names'?: readonly string[];
};
type Pack = { readonly units: readonly Unit[] };

/** Whose plan it is: the county’s own name stands in every long name of its offices, and in none of the program’s words. */
const COUNTY = ['施甸', 'Shidian'];

/** A short name that is the language’s own word for such places as well; lists of every county bear it. */
const ANYWHERE = new Set(['园区']);

/** Every name, long, short and former, that an office or township goes by in the county’s packs. */
const offices: readonly string[] = [
  ...new Set([
    ...COUNTY,
    ...globSync('policies/shidian/*/units.yaml', { cwd: ROOT }).flatMap((file) => {
      const { units } = parse(readFileSync(path.join(ROOT, file), 'utf8')) as Pack; // the checker reads it by its schema
      return units.flatMap((unit) => {
        const named = Array.isArray(unit.names) ? unit.names.map(({ name }) => name) : [unit.names as Names];
        return [...named.flatMap(({ zh, en }) => (en ? [zh, en] : [zh])), ...(unit['short-names'] ?? [])];
      });
    }),
  ]),
].filter((name) => !ANYWHERE.has(name));

/** Which of them the program says or knows by itself. */
const named = (said: readonly string[]): readonly string[] =>
  said.flatMap((words) => offices.filter((office) => words.includes(office)).map((office) => `${office}: ${words}`));

test('the program names no office of one county: offices come from the plan', () => {
  const all = sources.filter((file) => !/\/(demonstration|bench|hostile)\//.test(file));
  expect(all.length).toBeGreaterThan(500);

  const worthReading = all.filter((file) => offices.some((office) => textOf(file).includes(office)));
  expect(worthReading).not.toEqual([]); // comments may give an example
  expect(worthReading.flatMap((file) => named(saidIn(textOf(file))).map((found) => `${file} ${found}`))).toEqual([]);
});

test.each(['报县人民政府同意', '县推长办代为登记', '施甸分局', '市推长办'])('%s would be found', (words) => {
  expect(offices.length).toBeGreaterThan(80);
  expect(named(saidIn(`const words = { zh: '${words}' };`))).not.toEqual([]);
  expect(named(saidIn(`const Said = () => <p>${words}</p>;`))).not.toEqual([]);
  expect(named(saidIn(`const said = \`\${count} ${words}\`;`))).not.toEqual([]);
  expect(named(saidIn(`const read = /^${words}/;`))).not.toEqual([]);
  expect(named(saidIn(`// ${words} as an example\n/** ${words} */\nconst count = 1;`))).toEqual([]);
});
