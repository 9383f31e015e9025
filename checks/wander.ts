import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sources.ts';

/**
 * `npm run wander -- [ROUNDS]`: lives through histories that nobody has seen yet, round after round, until a property fails or the
 * rounds (20 unless told) are over. What it finds becomes a test of its own, with its seed or better with a name.
 */
const rounds = Number(process.argv[2] ?? 20);
const files = readdirSync(path.join(ROOT, 'core/src'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('core/src', file))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(path.join(ROOT, file), 'utf8').includes('fast-check'));

for (let round = 1; round <= rounds && !process.exitCode; round += 1) {
  console.log(`▸ ${round} / ${rounds}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'core', '--reporter', 'dot', ...files],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, BIHUAN_WANDER: '1' } },
  );
  process.exitCode = status ?? 1;
}
