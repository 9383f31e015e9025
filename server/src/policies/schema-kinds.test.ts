import { compile } from '@bihuan/core/policy';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../config.ts';
import { sourceOf } from './positions.ts';

// what an editor marks and what the program refuses must be the same, or authors trust the wrong one

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const accepts = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(textOf('policies/policy.schema.json')),
);

const packs = globSync(['policies/*/*/policy.yaml', 'docs/first-pack/policy.yaml'], { cwd: ROOT });

/** Whether the program reads this policy; the units and examples beside it are empty and read. */
const reads = (text: string): boolean =>
  compile({ policy: sourceOf(text).value, units: { units: [] }, examples: { examples: [] } }).pack !== null;

test('every policy is accepted by the schema and read by the program', () => {
  expect(packs.length).toBeGreaterThan(3);
  expect(packs.filter((file) => !accepts(sourceOf(textOf(file)).value) || !reads(textOf(file)))).toEqual([]);
});

const town = textOf('policies/qingchuan/2026-01-01/policy.yaml');
const club = textOf('docs/first-pack/policy.yaml');

test.each<[string, string, string]>([
  [club, 'type: money, at-least: 0', 'type: text, at-least: 0'],
  [club, 'type: choice, of: size', 'type: choice'],
  [club, 'type: choice, of: size', 'type: choice, of: size, values: [{ id: a, label: 甲 }]'],
  [club, 'type: number, measure:', 'type: day, measure:'],
  [club, 'type: yes-no', 'type: maybe'],
  [club, 'by: looking/hand-over', 'by: hand-over'],
  [club, 'id: which, label', 'id: Which, label'],
  [club, "number: '损-{year}-{serial:3}'", "number: '损-{year}'"],
  [club, "number: '损-{year}-{serial:3}'", "number: '损-{what}-{serial:3}'"],
  [club, "title-of: '{what:24}'", "title-of: '{what'"],
  [club, 'begins: opened }', 'begins: [] }'],
  [club, 'begins: opened }', 'begins: opened, ends: opened }'],
  [club, 'run: repair', 'run: repair#2'],
  [club, 'reaches: handed-over', 'reaches: ended/looking'],
  [club, 'link: source, clause', 'clause'],
  [club, 'open: damage, with: { what: which }, link: source', 'reach: told'],
  [club, 'every: week', 'every: year'],
  [club, 'every: week\n', ''],
  [club, 'files: count', 'file: count'],
  [club, 'filer: case.crew\n', ''],
  [club, 'due: { working: 2 }', 'due: { working: 2, natural: 3 }'],
  [club, 'reminds: 1', 'reminds: 0'],
  [club, 'withdraw: { clause: 守则1, by: club.boathouse/keeper }', 'withdraw: { clause: 守则1 }'],
  [club, 'from: opened }', "from: 'Opened' }"],
  [town, 'is: gathering', 'is: plain'],
  [town, 'gathers: monthly-check\n', '\n'],
  [town, 'settled-by: town.government/deputy-mayor, ', ''],
  [town, 'anew: true', 'again: true'],
  [town, 'binds: [sheet, evidence]', 'binds: []'],
  [town, 'fills: finding', 'fills: []'],
  [town, 'next: end, closes: true }', 'next: end, closes: yes }'],
  [town, 'columns:\n          - {', 'columns:\n          - { by: checking/check, '],
  [town, 'from: opening }\n            objections', 'form: opening }\n            objections'],
])('an editor marks what the program refuses: %#', (text, right, slip) => {
  expect(text).toContain(right);
  const wrong = text.replace(right, slip);

  expect([accepts(sourceOf(wrong).value), reads(wrong)]).toEqual([false, false]);
});
