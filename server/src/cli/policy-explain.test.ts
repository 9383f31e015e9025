import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { COUNTY } from '../testing/county.ts';
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
