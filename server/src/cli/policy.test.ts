import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { COUNTY } from '../testing/county.ts';
import { Misuse } from './command.ts';
import { policy } from './policy.ts';

const folders: string[] = [];

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'policy-'));
  folders.push(made);
  return made;
}

async function run(...args: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const out = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: await policy.run(args, out), ...said };
}

/** The Shidian pack with one place written otherwise; `line` is where. */
function planted(
  part: 'policy' | 'units' | 'examples',
  right: string,
  wrong: string,
): { readonly dir: string; readonly line: number } {
  const dir = folder();
  cpSync(COUNTY, dir, { recursive: true });
  const file = path.join(dir, `${part}.yaml`);
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(right);
  if (at < 0) throw new Error(`${part}.yaml does not say ${right}`);
  writeFileSync(file, text.replace(right, wrong));
  return { dir, line: text.slice(0, at).split('\n').length };
}

test('the Shidian pack passes, and every fault names file, line, clauses, facts and ruling', async () => {
  const { code, stdout } = await run('check', COUNTY, '--json');
  const { passes, faults } = JSON.parse(stdout);

  expect([code, passes]).toEqual([0, true]);
  for (const fault of faults) {
    expect(Object.keys(fault)).toEqual(['kind', 'file', 'line', 'clauses', 'facts', 'ruling', 'about', 'text']);
    expect(fault.line).toBeGreaterThan(1);
    expect(existsSync(fault.file)).toBe(true);
  }
  const overlap = readFileSync(path.join(COUNTY, 'policy.yaml'), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes('- id: A3'));
  expect(faults).toContainEqual(expect.objectContaining({ kind: 'overlap', line: overlap + 1, ruling: 'R1' }));
});

test.each([
  ['policy', 'when: { origin: city, grade: general }', 'when: { origin: [city, nation], grade: general }', 'overlap'],
  ['policy', 'when: { origin: [nation, province], grade: key }', 'when: { origin: nation, grade: key }', 'gap'],
  [
    'policy',
    'by: county.government/leader-in-charge\n            silent: true\n            evidence',
    'by: county.governement/leader-in-charge\n            silent: true\n            evidence',
    'unknown-role',
  ],
  ['policy', 'by: case.lead-department/main-leader', 'by: case.lead-department/boss', 'unknown-post'],
  [
    'policy',
    'working: 10, from: handed-over, within: P2-city-review',
    'working: 20, from: handed-over, within: P2-city-review',
    'inner-limit-later',
  ],
  ['policy', 'from: "step:superior-plan"', 'from: "step:issue"', 'limit-without-start'],
  ['policy', '  - { id: 二(三).2,', '  - { id: 二(三).22,', 'clause-missing'],
  ['policy', 'returns-to: form', 'returns-to: from', 'unknown-step'],
  ['examples', 'plan: P2', 'plan: P3', 'example-differs'],
  [
    'units',
    'roles: [county.department, county.housing, county.member]',
    'roles: [county.department, county.member]',
    'unknown-role',
  ],
] as const)('%s.yaml with “%s” written as “%s” does not pass: %s', async (part, right, wrong, kind) => {
  const { dir } = planted(part, right, wrong);
  const { code, stdout } = await run('check', dir, '--json');

  expect(code).toBe(1);
  expect(JSON.parse(stdout).faults).toContainEqual(expect.objectContaining({ kind, ruling: null }));
});

test('a planted fault is pointed at in the author’s own file', async () => {
  const { dir, line } = planted('policy', 'by: case.lead-department/main-leader', 'by: case.lead-department/boss');
  const { faults } = JSON.parse((await run('check', dir, '--json')).stdout);
  const { stdout } = await run('check', dir);

  expect(faults).toContainEqual(
    expect.objectContaining({
      kind: 'unknown-post',
      file: path.join(dir, 'policy.yaml'),
      line,
      clauses: ['二(三).4'],
      facts: [{ origin: 'city', grade: 'general' }],
      ruling: null,
    }),
  );
  expect(stdout.split('\n')[0]).toBe(`✗ ${path.join(dir, 'policy.yaml')}:${line}  unknown-post  没有“boss”这个岗位`);
});

test('a pack that cannot be read does not pass either', async () => {
  const { dir, line } = planted('policy', 'do: hand-over', 'do: give-over');
  const { code, stdout } = await run('check', dir, '--json');

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ passes: false, faults: [{ kind: 'shape', line, ruling: null }] });
  await expect(run('explain', dir, '--facts', 'origin=city,grade=key')).rejects.toThrow(/policy\.yaml:\d+/);
});

test.each([
  [['explain', '--facts', 'origin=moon'], 'nation（国家移交）, province（省级移交）'],
  [['explain', '--facts', 'origin'], 'nation（国家移交）'],
  [['explain', '--facts', 'origin='], 'nation（国家移交）'],
  [['explain', '--facts', 'origin=city=county'], 'nation（国家移交）'],
  [['explain', '--facts', 'moon=origin'], 'origin（问题来源）, grade（问题类别）'],
  [['explain', '--facts', ' '.repeat(3), 'here', 'there'], 'policy --help'],
  [['check', 'no/such/folder'], 'policy.yaml'],
  [['explain', 'no/such/folder', '--facts', 'origin=city'], 'policy.yaml'],
  [['diagram', 'no/such/folder', '--out', '/tmp/nowhere'], 'policy.yaml'],
  [['explain', '--facts', 'origin=city,origin=nation'], '--facts'],
  [['explain'], '--facts'],
  [['diagram'], '--out'],
  [['paint'], 'check, explain, clauses, diagram'],
  [['check', '--lang', 'fr'], '--lang zh'],
])('%j is not understood, and the answer says what there is', async (args, remedy) => {
  const refused = await run(...args).then(
    () => null,
    (error: unknown) => error,
  );

  expect(refused).toBeInstanceOf(Misuse);
  expect(refused instanceof Misuse && refused.remedy).toContain(remedy);
});
