import { expect, test } from 'vitest';
import { codeOf, everyFile, sources, textOf } from './sources.ts';

const guilty = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.flatMap((file) =>
    codeOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );

const CLOCK_OR_DICE = /new Date\(\)|Date\.now|performance\.now|Math\.random|randomUUID|Temporal\.Now/;
const ENVIRONMENT = /process\.env|import\.meta\.env/;
const ROOMS = /\/(utils?|helpers?|common|shared|libs?|managers?|services?|misc)(\/|\.tsx?$)/;

test('core has no clock and no dice: time and chance arrive inside the command', () => {
  const core = sources.filter((file) => file.startsWith('core/'));

  expect(core.length).toBeGreaterThan(50);
  expect(guilty(core, CLOCK_OR_DICE)).toEqual([]);
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
  expect(everyFile.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(textOf(file)))).toEqual([]);
});
