import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { confined, inReader } from './reader.ts';
import { rawZip, soundParts } from './testing/archives.ts';

/** What a program may not do, or `done`; `rights`: the options it is started with. */
function attempt(program: string, rights: readonly string[]): string {
  const script = `try { ${program} } catch (error) { console.log(error.code); process.exit(0) }`;
  return spawnSync(process.execPath, [...rights, '--eval', script], { encoding: 'utf8', env: {} }).stdout.trim();
}

const OUTSIDE = JSON.stringify(path.join(tmpdir(), 'bihuan-reader-test'));
const ATTEMPTS: readonly (readonly [string, string])[] = [
  ['read a file beside the program', `require('fs').readdirSync(${JSON.stringify(tmpdir())}); console.log('done')`],
  ['write a file', `require('fs').writeFileSync(${OUTSIDE}, ''); console.log('done')`],
  ['start a program', `require('child_process').execFileSync(process.execPath, ['--version']); console.log('done')`],
  [
    'reach the network',
    `require('net').connect(9, '127.0.0.1').on('error', (error) => console.log(error.code === 'ERR_ACCESS_DENIED' ? error.code : 'done'))`,
  ],
];

test.each(ATTEMPTS)('a library that a workbook took over cannot %s', (_what, program) => {
  expect(attempt(program, confined(64))).toBe('ERR_ACCESS_DENIED');
  expect(attempt(program, [])).toBe('done'); // without the confinement it could
});

test.skipIf(process.platform !== 'linux')('a stop of the server is not taken for a fault of the file', async () => {
  const bytes = rawZip(soundParts());
  const stop = (): void => {
    for (const pid of childrenOf(process.pid)) process.kill(pid, 'SIGTERM');
  };

  expect(await inReader({ do: 'read', bytes }, { progress: stop })).toHaveProperty('sheets');
});

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
