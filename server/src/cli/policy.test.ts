import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('explain names the routes and what would change them, in JSON and in words', async () => {
  const json = JSON.parse((await run('explain', '--facts', 'origin=province,grade=general', '--json')).stdout);
  const { stdout } = await run('explain', COUNTY, '--facts', 'origin=province,grade=general', '--lang', 'en');

  expect(json).toMatchObject({
    plan: { id: 'P2' },
    acceptance: { id: 'A3', ruling: { id: 'R1', status: 'pending' }, losing: [{ id: 'A1' }] },
  });
  expect(json.acceptance.steps.map((step: { id: string }) => step.id)).toEqual([
    'self-check',
    'on-site',
    'signature',
    'city-accept',
  ]);
  expect(json.changes).toContainEqual(
    expect.objectContaining({ fact: 'grade', value: 'key', plan: 'P1', acceptance: 'A2' }),
  );
  expect(stdout).toContain('Rectification plan: P2 Plan for national and provincial general and city key problems');
});

test('explain takes the field as a fact, by its id or by its name', async () => {
  const plain = JSON.parse((await run('explain', '--facts', 'origin=city,grade=key', '--json')).stdout);
  const json = JSON.parse((await run('explain', '--facts', 'origin=city,grade=key,领域=污水垃圾', '--json')).stdout);

  expect(json).toEqual({ ...plain, facts: { ...plain.facts, field: 'sewage-garbage' } }); // Shidian's rules do not ask
  await expect(run('explain', '--facts', 'field=moon')).rejects.toThrow(/field/);
});

test('explain says in words who signs, who gets a copy and on which clauses', async () => {
  const { stdout } = await run('explain', COUNTY, '--facts', 'origin=province,grade=key');

  expect(stdout).toContain('上级整改方案印发  省级牵头部门  方案未设时限  二(一).3 R12\n');
  expect(stdout).toContain(
    '  审签: 市人民政府·分管领导、省级牵头部门·主要领导\n  抄送: 省推长办、省生态环境厅\n  依据: 二(三).2 ',
  );
});

test.each([
  ['nation', 'general', 'P2', 'A1', ['city.government/*', 'province.government/leader-in-charge'], []],
  ['nation', 'key', 'P1', 'A1', ['city.government/*', 'province.government/leader-in-charge'], []],
  ['province', 'general', 'P2', 'A3', ['county.government/leader-in-charge'], ['city.push-office', 'city.ecology']],
  [
    'province',
    'key',
    'P1',
    'A2',
    ['city.government/leader-in-charge', 'province.lead/main-leader'],
    ['province.push-office', 'province.ecology'],
  ],
  ['city', 'general', 'P3', 'A4', ['case.lead-department/main-leader'], ['city.push-office', 'city.ecology']],
  ['city', 'key', 'P2', 'A3', ['county.government/leader-in-charge'], ['city.push-office', 'city.ecology']],
  ['county', 'general', 'P3-county', 'A4-county', ['case.lead-department/main-leader'], []],
  ['county', 'key', 'P3-county', 'A4-county', ['case.lead-department/main-leader'], []],
  ['democratic', 'general', 'P2-democratic', 'A1', ['city.government/*', 'province.government/leader-in-charge'], []],
  ['democratic', 'key', 'P1-democratic', 'A1', ['city.government/*', 'province.government/leader-in-charge'], []],
])('%s, %s: %s and %s, with who signs and where copies go', async (origin, grade, plan, acceptance, signs, copies) => {
  const { code, stdout } = await run('explain', COUNTY, '--facts', `origin=${origin},grade=${grade}`, '--json');
  const found = JSON.parse(stdout);
  const { signers, copies: filed, limits, clauses } = found.acceptance;

  expect([code, found.plan.id, found.acceptance.id]).toEqual([0, plan, acceptance]);
  expect(signers.map(({ seat }: { seat: { role: string; post: string } }) => `${seat.role}/${seat.post}`)).toEqual(
    signs,
  );
  expect(filed.map((copy: { to: string }) => copy.to)).toEqual(copies);
  expect(limits).toEqual([]); // the plan sets none for acceptance, and none is invented
  expect(clauses).toHaveLength(1);
  expect(found.steps).toHaveLength(found.plan.steps.length + found.acceptance.steps.length);
  for (const step of found.steps) expect(step.clause).toMatch(/^二\([一三]\)\.\d$/);
});

test('a fact that is missing is asked for with its values, and the answer is not yet', async () => {
  const { code, stdout } = await run('explain', COUNTY, '--facts', '问题来源=省级移交');
  const json = await run('explain', COUNTY, '--facts', 'origin=province', '--json');

  expect(code).toBe(1);
  expect(stdout).toContain('整改方案: — 还不知道问题类别');
  expect(stdout).toContain('请补充: --facts …,grade=general|key');
  expect(JSON.parse(json.stdout)).toMatchObject({
    missing: ['grade'],
    plan: { id: null },
    acceptance: { id: null },
    steps: [],
  });
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

test('a kind is told in sentences, in JSON too; one that the pack does not have is refused with those there are', async () => {
  const { code, stdout } = await run('explain', COUNTY, '--kind', 'problem');
  const json = JSON.parse((await run('explain', COUNTY, '--kind', 'problem', '--json')).stdout);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^problem 问题/);
  expect(stdout).toContain('  handover 移交认领: ');
  expect(json.flow.map(({ run: id }: { run: string }) => id)).toEqual([
    'classification',
    'handover',
    'plan',
    'acceptance',
  ]);
  await expect(run('explain', COUNTY, '--kind', 'moon')).rejects.toMatchObject({
    remedy: expect.stringContaining('problem（问题）'),
  });
});

test('one image and one text are drawn for every route and for the flow of every kind', async () => {
  const out = path.join(folder(), 'drawn');
  const { code, stdout } = await run('diagram', COUNTY, '--out', out);

  expect(code).toBe(0);
  expect(readdirSync(out).filter((name) => name.endsWith('.svg'))).toEqual(
    expect.arrayContaining([
      'P1.svg',
      'P2.svg',
      'P3.svg',
      'A1.svg',
      'A2.svg',
      'A3.svg',
      'A4.svg',
      'handover.svg',
      'kind-problem.svg',
    ]),
  );
  expect(stdout.trim().split('\n')).toHaveLength(readdirSync(out).length);
  expect(readFileSync(path.join(out, 'A4.mmd'), 'utf8')).toContain('县人民政府组织验收销号');
});
