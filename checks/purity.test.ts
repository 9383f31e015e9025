import { expect, test } from 'vitest';
import { codeOf, everyFile, sources, textOf } from './sources.ts';

const guilty = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.flatMap((file) =>
    codeOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );

const CLOCK_OR_DICE =
  /new Date(\(\)|(?!\())|(?<!new )\bDate\(|Date\.now|performance\.now|Math\.random|randomUUID|Temporal\.Now|\.format(ToParts)?\(\)/;
const QUERY = /\.(selectFrom|selectNoFrom|insertInto|updateTable|deleteFrom|mergeInto|executeQuery)\(/;
const SQL = /['"`]\s*(select\s[^'"`]*\sfrom|insert into|update \w+ set|delete from|with \w+ as \()\s/i;
const ENVIRONMENT = /process\.env|import\.meta\.env/;
const ROOMS = /\/(utils?|helpers?|common|shared|libs?|managers?|services?|misc)(\/|\.tsx?$)/;

test('core has no clock and no dice: time and chance arrive inside the command', () => {
  const core = sources.filter((file) => file.startsWith('core/'));

  expect(core.length).toBeGreaterThan(50);
  expect(guilty(core, CLOCK_OR_DICE)).toEqual([]);
});

test('a clock is seen in every dress', () => {
  const dresses = ['new Date()', 'new Date;', 'String(new Date)', 'Date()', 'format.format()', 'Date.now()'];

  expect(dresses.filter((code) => !CLOCK_OR_DICE.test(code))).toEqual([]);
  expect('new Date(0)').not.toMatch(CLOCK_OR_DICE);
});

test('only store speaks SQL: ask it for what you need, one function there, named after the question', () => {
  const outside = sources.filter((file) => !/^server\/src\/(store|bench)\//.test(file));
  const written = outside.filter((file) => SQL.test(textOf(file)));

  expect(guilty(['server/src/store/problems.ts'], QUERY)).not.toEqual([]);
  expect(SQL.test(textOf('server/src/store/dossiers/open-many.ts'))).toBe(true);
  expect(guilty(outside, QUERY)).toEqual([]);
  expect(written).toEqual([]);
});

test('the environment is read in one place: add the setting to config.ts and pass it by hand', () => {
  const others = sources.filter((file) => file !== 'server/src/config.ts');

  expect(guilty(['server/src/config.ts'], ENVIRONMENT)).not.toEqual([]);
  expect(guilty(others, ENVIRONMENT)).toEqual([]);
});

test('rooms and files are named after their subject, not after being useful', () => {
  expect('server/src/utils/text.ts').toMatch(ROOMS);
  expect(everyFile.filter((file) => ROOMS.test(file) && file !== 'server/src/services.ts')).toEqual([]);
});

test('nothing is left to be done later in a comment', () => {
  const LATER = /\b(TODO|FIXME|XXX|HACK)\b/;

  expect(everyFile.filter((file) => LATER.test(textOf(file)) && file !== 'checks/purity.test.ts')).toEqual([]);
});
