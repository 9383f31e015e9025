import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { beforeAll, expect, test } from 'vitest';
import { OPTIONS, RULES } from './map.ts';
import { everyFile, ROOT } from './sources.ts';

let modules: readonly IModule[];
let result: ICruiseResult;

beforeAll(async () => {
  process.chdir(ROOT);
  const tsConfig = extractTSConfig('server/tsconfig.json');
  const { output } = await cruise(
    ['core/src', 'server/src', 'web/src', 'checks', 'e2e'],
    { ...OPTIONS, validate: true, ruleSet: { forbidden: [...RULES] } },
    {},
    { tsConfig },
  );
  if (typeof output === 'string') throw new Error('the cruiser answered with a text');
  ({ modules } = output);
  result = output;
}, 120_000); // every file of the repository is read, on machines that do other things as well

test('the cruiser read every file that we wrote', () => {
  const read = new Set(modules.map(({ source }) => source));

  expect(everyFile.filter((file) => !read.has(file))).toEqual([]);
});

test('the cruiser sees types, packages and other workspaces', () => {
  const edges = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => `${source} → ${resolved}`),
  );

  expect(edges).toContainEqual(
    expect.stringMatching(/^server\/src\/store\/database\/database\.ts → node_modules\/kysely\//),
  );
  expect(edges).toContain('server/src/services.ts → core/src/time/index.ts');
});

test('everything stands in its room', () => {
  const comments = new Map(RULES.map(({ name, comment }) => [name, comment]));
  const told = result.summary.violations.map(
    ({ from, to, rule }) => `${from} → ${to}\n  ${rule.name}: ${comments.get(rule.name)}`,
  );

  expect(told).toEqual([]);
});
