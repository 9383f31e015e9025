import { Ajv2020 } from 'ajv/dist/2020.js';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../config.ts';
import { COUNTY } from '../testing/county.ts';
import { sourceOf } from './positions.ts';

const fits = (part: string) => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, `policies/${part}.schema.json`), 'utf8'));
  return new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
};

const written = (part: string, folder = COUNTY) => readFileSync(path.join(folder, `${part}.yaml`), 'utf8');

const packs = globSync('policies/*/*/policy.yaml', { cwd: ROOT }).map((file) => path.dirname(file));

test.each(packs.flatMap((pack) => ['policy', 'units', 'examples'].map((part) => [pack, part] as const)))(
  'the published schema accepts what %s says in %s, and the file names it for editors',
  (pack, part) => {
    const text = written(part, path.join(ROOT, pack));
    const accepts = fits(part);

    accepts(sourceOf(text).value);

    expect(accepts.errors ?? []).toEqual([]);
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../${part}.schema.json`);
  },
);

test.each([
  ['policy', 'returns-to: draft', 'return-to: draft'],
  ['policy', 'working: 10', 'workdays: 10'],
  ['policy', 'together: all', 'together: both'],
  ['policy', "yearly: '--05-06', inclusive: true", "yearly: '--05-06'"],
  ['policy', 'recorder: county.push-office/handler', 'recorder: county push office'],
  ['policy', 'together: any\n', ''],
  ['policy', 'working: 5, from', 'working: 5, inclusive: true, from'],
  [
    'policy',
    'by: county.push-office/handler\n            silent: true',
    'by: county.push-office/handler\n            silent: true\n            limit: { id: soon, working: 5, from: registered }',
  ],
  ['policy', 'by: county.government/leader-in-charge', 'by: []'],
  ['policy', 'in-force-from: 2023-05-17', 'in-force-from: 2023-02-30'],
  ['policy', "calendars: [cn, '530521']", 'calendars: [../cn]'],
  ['policy', 'from: "step:superior-plan"', 'from: "step:superior plan"'],
  ['policy', 'topic: warning, silent: true', 'topic: warning, silent: false'],
  ['units', 'short-names:', 'shortnames:'],
  ['units', 'level: township', 'level: hamlet'],
  ['examples', 'copies:', 'copy:'],
  ['examples', 'classification:', 'Grading it:'],
  ['examples', 'steps: { classify:', 'signers: { classify:'],
  ['examples', "'handed-over': 2023-04-26", 'moon rise: 2023-04-26'],
  ['examples', 'do: classification/classify', 'do: classify'],
  ['examples', 'do: classification/classify', 'act: list, do: classification/classify'],
  ['examples', 'no-limit: [acceptance/accept]', 'no-limits: [acceptance/accept]'],
])('an editor marks a slip in %s: %s written as %s', (part, right, slip) => {
  const text = written(part);
  const accepts = fits(part);

  expect(text).toContain(right);
  expect(accepts(sourceOf(text.replace(right, slip)).value)).toBe(false);
});
