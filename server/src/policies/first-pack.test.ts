import { factsOfKind, faults, explain, explainKind, type Pack } from '@bihuan/core/policy';
import { calendarOf } from '@bihuan/core/time';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendarYears } from '../calendars/index.ts';
import { ROOT } from '../config.ts';
import { sourceOf } from './positions.ts';
import { readPack } from './read.ts';

const FOLDER = path.join(ROOT, 'docs/first-pack');
const { pack, faults: slips } = readPack(FOLDER);
const rules: Pack = pack!;

test('the first pack of the reference is read without a slip, and every fault in it is ruled', () => {
  const calendar = calendarOf(readCalendarYears(CALENDARS, rules.policy.calendars));
  const found = faults(rules, calendar);

  expect(slips).toEqual([]);
  expect(found.filter((fault) => fault.ruling === null)).toEqual([]);
  expect(found.map(({ kind }) => kind)).toContain('no-limit');
});

test.each(['policy', 'units', 'examples'])('the schema accepts its %s, and the file names it for editors', (part) => {
  const text = readFileSync(path.join(FOLDER, `${part}.yaml`), 'utf8');
  const schema = JSON.parse(readFileSync(path.join(ROOT, `policies/${part}.schema.json`), 'utf8'));
  const accepts = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

  accepts(sourceOf(text).value);

  expect(accepts.errors ?? []).toEqual([]);
  expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../policies/${part}.schema.json`);
});

test('damage goes the way its size leads, and a count that misses an oar opens damage', () => {
  const [damage, count] = rules.policy.kinds!;
  const routes = (size: string) =>
    explain(rules, { size }, 'damage').procedures.map(({ route }) => (route ? route.id : null));

  expect(routes('minor')).toEqual(['looking', 'minor']);
  expect(routes('major')).toEqual(['looking', 'major']);
  expect(factsOfKind(count!, rules.policy).map(({ values }) => values.map(({ id }) => id))).toEqual([['yes', 'no']]);
  expect(explainKind(rules, 'count')?.tells.map(({ words }) => words.zh)).toEqual([
    '“清点并报送”办结后，缺损为是的，另立“损坏”并关联',
  ]);
  expect(explainKind(rules, damage!.id)?.rulings.map(({ id }) => id)).toEqual(['C1']);
});
