import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('./bihuan.ts', import.meta.url));
const bihuan = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const names = [
  'serve',
  'worker',
  'migrate',
  'policy',
  'calendar',
  'due',
  'duty',
  'import',
  'export',
  'ledger',
  'backup',
  'restore',
  'keys',
  'user',
];
test('without a command it says which there are', () => {
  const { status, stdout } = bihuan();

  expect(status).toBe(2);
  for (const name of names) expect(stdout).toContain(`bihuan ${name}`);
});

test('an unknown command is answered with the known ones', () => {
  const { status, stderr } = bihuan('dew');

  expect(status).toBe(2);
  expect(stderr).toContain('dew');
  expect(stderr).toContain(names.join(', '));
  expect(stderr).not.toContain('    at ');
});

test.each(names)('%s --help answers without a database', (name) => {
  const { status, stdout } = bihuan(name, '--help');

  expect(status).toBe(0);
  expect(stdout.split('\n')[0]).toMatch(new RegExp(`^bihuan ${name} — \\p{Script=Han}.* / [a-z]`, 'u'));
});
