import type { Served } from '@bihuan/core/policy';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { COUNTY } from '../testing/county.ts';
import { clauses } from './policy-clauses.ts';

const folders: string[] = [];

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

async function run(...args: readonly string[]) {
  let stdout = '';
  const out = { stdout: { write: (text: string) => (stdout += text) }, stderr: { write: () => true } };
  const code = await clauses(args, out);
  return { code, stdout };
}

/** The county's pack with one place written otherwise. */
function planted(right: string, wrong: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'clauses-'));
  folders.push(dir);
  cpSync(COUNTY, dir, { recursive: true });
  const file = path.join(dir, 'policy.yaml');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(right)) throw new Error(`policy.yaml does not say ${right}`);
  writeFileSync(file, text.replace(right, wrong));
  return dir;
}

test('every clause is listed with what serves it; what is served outside names its ruling', async () => {
  const { code, stdout } = await run(COUNTY, '--json');
  const listed: readonly Served[] = JSON.parse(stdout).clauses;
  const of = (id: string) => listed.find(({ clause }) => clause.id === id);

  expect(code).toBe(0);
  expect(of('四(一).1')?.by).toContainEqual({ what: 'duty', id: 'liaisons', title: expect.anything(), ruling: 'R16' });
  expect(of('四(三).1')).toMatchObject({ by: [], outside: 'R19' });
  expect(of('民法典201')).toBeUndefined();
});

test('a clause that nothing serves is counted, and there is no success', async () => {
  const dir = planted('{ kind: clause-unserved, about: [四(三).1] }', '{ kind: no-limit, about: [四(三).1] }');

  const { code, stdout } = await run(dir);

  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ 四\(三\).1 [^\n]*\n {4}没有承办/);
  expect(stdout.trim()).toMatch(/1 条没有承办$/);
});
