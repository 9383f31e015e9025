import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../config.ts';

const REFERENCE = 'docs/policy-language.md';

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

type Words = { readonly properties: ReadonlySet<string>; readonly choices: ReadonlySet<string> };

/** Every key that a schema allows, and every word that it lets an author choose among, wherever they stand in it. */
function wordsOf(schema: unknown): Words {
  const properties = new Set<string>();
  const choices = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value && typeof value.properties === 'object' && value.properties !== null)
      for (const key of Object.keys(value.properties)) properties.add(key);
    if ('enum' in value && Array.isArray(value.enum)) for (const word of value.enum) choices.add(`${word}`);
    Object.values(value).forEach(read);
  };
  read(schema);
  return { properties, choices };
}

const quoted = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word));

const missing = (words: Iterable<string>, text: string): readonly string[] => {
  const named = quoted(text);
  return [...words].filter((word) => !named.has(word));
};

const schemas = globSync('policies/*.schema.json', { cwd: ROOT });
const schemaOf = (file: string): unknown => JSON.parse(textOf(file));
const everyKey = new Set(schemas.flatMap((file) => [...wordsOf(schemaOf(file)).properties]));

test.each(schemas)('every word of %s stands in the reference of the language', (file) => {
  const { properties, choices } = wordsOf(schemaOf(file));

  expect(properties.size).toBeGreaterThan(10);
  expect(missing(properties, textOf(REFERENCE))).toEqual([]);
  expect(missing(choices, textOf(REFERENCE))).toEqual([]);
});

test('a word that the reference does not name is found, and one that the schema gains is missed', () => {
  const { properties } = wordsOf(schemaOf('policies/policy.schema.json'));

  expect(missing(properties, textOf(REFERENCE).replaceAll('`co-sign`', 'co-sign'))).toEqual(['co-sign']);
  expect(missing(wordsOf({ properties: { 'co-paint': {} } }).properties, textOf(REFERENCE))).toEqual(['co-paint']);
});

/** The last cell of each row of a table of words: one example of the word in the first. */
const examples = [...textOf(REFERENCE).matchAll(/^\| `([^`]+)` \|.*\| `([^`]+)` \|$/gm)].map(
  ([, word = '', example = '']) => ({ word, example }),
);

/** Keys and words of a piece of YAML, at any depth; the first is the key it begins with. */
function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]);
}

test('every word of the reference has an example, which is YAML and uses it', () => {
  const shown = new Set(examples.map(({ word }) => word));
  const nowhere = examples.filter(({ word, example }) => {
    const words = wordsIn(parse(example));
    return !words.includes(word) || !everyKey.has(words[0] ?? '');
  });

  expect(nowhere).toEqual([]);
  expect([...everyKey].filter((word) => !shown.has(word))).toEqual([]);
});

test('every piece of a pack that the reference shows stands in the first pack', () => {
  const shown = [...textOf(REFERENCE).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const files = globSync('docs/first-pack/*.yaml', { cwd: ROOT }).map((file) => textOf(file));

  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((block) => !files.some((text) => text.includes(block)))).toEqual([]);
});
