import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ROOT } from '../config.ts';
import { COUNTY, EDITION } from '../testing/county.ts';
import { readPack } from './read.ts';

const shidian = COUNTY;
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The Shidian pack with one slip of the pen in one of its files. */
function withSlip(
  part: 'policy' | 'units' | 'examples',
  right: string,
  slip: string,
): { readonly dir: string; readonly line: number } {
  const dir = mkdtempSync(path.join(tmpdir(), 'pack-'));
  folders.push(dir);
  cpSync(shidian, dir, { recursive: true });
  const file = path.join(dir, `${part}.yaml`);
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(right);
  if (at < 0) throw new Error(`${part}.yaml does not say ${right}`);
  writeFileSync(file, text.replace(right, slip));
  return { dir, line: text.slice(0, at).split('\n').length };
}

test('the Shidian pack is read without a fault', () => {
  const { pack, faults } = readPack(shidian);

  expect(faults).toEqual([]);
  expect(pack?.policy.edition).toBe(EDITION);
  expect(pack?.units.filter((unit) => unit.kind === 'township')).toHaveLength(13);
});

test.each([
  ['policy', 'co-sign: county.ecology/section-head', 'cosign: county.ecology/section-head', 'cosign'],
  ['policy', 'do: hand-over', 'do: give-over', 'give-over'],
  ['policy', 'working: 5', 'working: five', 'five'],
  ['units', 'short-names:', 'shortnames:', 'shortnames'],
  ['examples', "'handed-over': 2023-04-26", "'handed-over': 2023-04-31", '2023-04-31'],
] as const)('a slip in %s.yaml is named with its line: %s → %s', (part, right, slip, word) => {
  const { dir, line } = withSlip(part, right, slip);

  const { pack, faults, locate } = readPack(dir);

  expect(pack).toBeNull();
  expect(faults.map((fault) => fault.about)).toContainEqual([word]);
  const fault = faults.find((one) => one.about[0] === word);
  expect(fault && locate(fault.file, fault.path)).toMatchObject({ file: path.join(dir, `${part}.yaml`), line });
});

test('a file that is not YAML is pointed at where it breaks', () => {
  const { dir, line } = withSlip(
    'policy',
    'recorder: county.push-office/handler',
    'recorder: [county.push-office/handler',
  );

  const { faults, locate } = readPack(dir);

  expect(faults[0]?.kind).toBe('shape');
  expect(locate('policy', []).line).toBeGreaterThanOrEqual(line);
});

const deep = `${'{ not: '.repeat(4000)}{ origin: city }${' }'.repeat(4000)}`;

test.each([
  [
    'a key written twice',
    'recorder: county.push-office/handler',
    'recorder: a/b\nrecorder: c/d',
    '“recorder”写了两次',
    'recorder: c/d',
  ],
  [
    'an alias without its anchor',
    'correct: { clause: 一(二).2',
    'correct: { clause: *lost',
    '“*lost”之前没有“&lost”',
    '*lost',
  ],
  ['a tab', 'duties:\n', 'duties:\n\t- {}\n', '缩进不能用制表符，只能用空格', '\t- {}'],
  [
    'a quotation that never ends',
    "region: '530521'",
    "region: '530521",
    '不是合格的 YAML：缺少冒号、引号、逗号或括号',
    "region: '530521",
  ],
  ['a second document', 'duties:\n', '---\nduties:\n', '一个文件只能写一份，不能用“---”再起一份', '---'],
  [
    'more layers than anybody writes',
    'when: { origin: city, grade: general }\n        steps:\n          - id: draft',
    `when: ${deep}\n        steps:\n          - id: draft`,
    '嵌套过深',
    '{ not: { not:',
  ],
])('%s is said in words, with its line', (_what, right, slip, said, there) => {
  const { dir } = withSlip('policy', right, slip);
  const text = readFileSync(path.join(dir, 'policy.yaml'), 'utf8');

  const { pack, faults, locate } = readPack(dir);

  const line = text.slice(0, text.lastIndexOf(there)).split('\n').length;
  expect(pack).toBeNull();
  expect(faults.map((fault) => [fault.kind, fault.text.zh, locate(fault.file, fault.path).line])).toContainEqual([
    'shape',
    said,
    line,
  ]);
});

test('anchors that unfold to millions, and a file too large for a plan, are refused in words', () => {
  const layers = [
    'x0: &a0 [q, q, q, q, q, q, q, q]',
    ...Array.from({ length: 9 }, (_, i) => `x${i + 1}: &a${i + 1} [${`*a${i},`.repeat(8)}]`),
  ];
  const bomb = withSlip('policy', 'duties:\n', `${layers.join('\n')}\nduties:\n`);
  const large = withSlip('units', 'units:\n', `# ${'x'.repeat(1024 * 1024)}\nunits:\n`);

  expect(readPack(bomb.dir).faults.map((fault) => fault.text.zh)).toEqual(['锚点（&、*）展开后过大']);
  expect(() => readPack(large.dir)).toThrow(/1024 KB.*units\.yaml/);
});

test('keys of the pack are found under the words of the author, also behind an alias', () => {
  const { pack, locate } = readPack(shidian);
  const lines = readFileSync(path.join(shidian, 'policy.yaml'), 'utf8').split('\n');
  const plan = pack?.policy.procedures.findIndex((procedure) => procedure.id === 'plan') ?? -1;
  const shared = pack?.policy.procedures[plan]?.routes.findIndex((route) => route.id === 'P1-democratic') ?? -1;

  const place = (...keys: readonly (string | number)[]) =>
    lines[locate('policy', ['procedures', plan, 'routes', ...keys]).line - 1]?.trim();

  expect(place(1, 'steps', 0, 'coSign')).toBe('co-sign: case.cooperating/leader-in-charge');
  expect(place(0, 'steps', 4, 'limits', 0, 'term')).toMatch(/^limit: \{ id: P1-county-review/);
  expect(place(shared, 'steps', 3, 'returnsTo')).toBe('returns-to: draft');
});

test('the digest changes with any byte of the law', () => {
  const { dir } = withSlip('examples', '# ', '#  ');

  expect(readPack(dir).digest).not.toBe(readPack(shidian).digest);
  expect(readPack(shidian).digest).toMatch(/^[0-9a-f]{64}$/);
});

test('a folder without a pack is refused by name', () => {
  expect(() => readPack(path.join(ROOT, 'policies/nowhere'))).toThrow(/nowhere\/policy\.yaml/);
});
