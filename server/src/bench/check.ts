import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median, type Figure } from './figure.ts';

const BIHUAN = fileURLToPath(new URL('../cli/bihuan.ts', import.meta.url));
const ROUNDS = 5;

/** `policy check` of the plan that ships, from the command to its last line. */
export async function measureCheck(): Promise<readonly Figure[]> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seconds.push(await checked());
  return [
    {
      part: 'check',
      what: '检查施甸方案 / policy check',
      value: median(seconds),
      unit: 's',
      target: { at: 'most', value: 3 },
    },
  ];
}

async function checked(): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [BIHUAN, 'policy', 'check'], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`policy check ends with ${String(code)}`);
  return (performance.now() - from) / 1000;
}
