import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { policy } from './policy.ts';

const packs = path.join(import.meta.dirname, 'testing');
const folders: string[] = [];

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

async function check(dir: string) {
  let said = '';
  const out = { stdout: { write: (text: string) => (said += text) }, stderr: { write: () => true } };
  const code = await policy.run(['check', dir, '--json'], out);
  return {
    code,
    faults: JSON.parse(said).faults as readonly { readonly kind: string; readonly ruling: string | null }[],
  };
}

type Pack = 'canteen' | 'fire-brigade' | 'ferry';
type Part = 'policy' | 'units' | 'examples';

/** One of the invented packs with one place written otherwise; `line` finds where a text stands in it. */
function planted(pack: Pack, part: Part, right: string, wrong: string) {
  const dir = mkdtempSync(path.join(tmpdir(), 'pack-'));
  folders.push(dir);
  cpSync(path.join(packs, pack), dir, { recursive: true });
  const file = path.join(dir, `${part}.yaml`);
  const before = readFileSync(file, 'utf8');
  if (before.split(right).length !== 2) throw new Error(`${pack}/${part}.yaml must say once: ${right}`);
  const after = before.replace(right, wrong);
  writeFileSync(file, after);
  const line = (there: string, named: Part): number => {
    const text = named === part ? after : readFileSync(path.join(dir, `${named}.yaml`), 'utf8');
    if (!text.includes(there)) throw new Error(`${pack}/${named}.yaml does not say ${there}`);
    return text.slice(0, text.indexOf(there)).split('\n').length;
  };
  return { dir, line };
}

test.each(['canteen', 'fire-brigade', 'ferry'])('the invented %s has no fault that is not ruled on', async (pack) => {
  const { code, faults } = await check(path.join(packs, pack));

  expect(faults.filter((fault) => fault.ruling === null)).toEqual([]);
  expect(code).toBe(0);
});

/** What is planted where, and the fault it must come to on the line on which `at` stands. */
type Row = {
  readonly pack: Pack;
  readonly file: Part;
  readonly right: string;
  readonly wrong: string;
  readonly fault: { readonly kind: string; readonly clauses: readonly string[]; readonly facts: readonly object[] };
  readonly at: string;
  readonly named?: Part;
};

// the fixture is ours, and every field of it is compared below
const rows = parse(readFileSync(path.join(packs, 'planted.yaml'), 'utf8')) as readonly Row[];

test('every kind of fault that a plan of the office may have is planted', () => {
  expect([...new Set(rows.map((row) => row.fault.kind))].toSorted()).toEqual([
    'clause-missing',
    'dead-end',
    'drafter-reviews',
    'example-differs',
    'gap',
    'holder-accepts',
    'inner-limit-later',
    'limit-without-start',
    'no-limit',
    'overlap',
    'post-unheld',
    'unknown-fact',
    'unknown-post',
    'unknown-role',
    'unknown-step',
    'unreachable-step',
  ]);
});

test.each(rows)(
  '$pack, $file.yaml: “$right” written as “$wrong” is $fault.kind',
  async ({ pack, file, right, wrong, fault, at, named = file }) => {
    const { dir, line } = planted(pack, file, right, wrong);
    const { code, faults } = await check(dir);

    expect(faults.filter((each) => each.ruling === null)).toContainEqual(
      expect.objectContaining({ ...fault, file: path.join(dir, `${named}.yaml`), line: line(at, named), ruling: null }),
    );
    expect(code).toBe(1);
  },
);
