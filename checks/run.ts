import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sources.ts';
import { type Step, STEPS } from './steps.ts';

type Count = { readonly passed: number; readonly failed: number };

const fast = process.argv.includes('--fast');
const begun = performance.now();
let sum: Count = { passed: 0, failed: 0 };

for (const step of STEPS.filter(({ slow }) => !(fast && slow))) {
  console.log(`▸ ${step.title}`);
  const { ok, count } = perform(step);
  sum = { passed: sum.passed + count.passed, failed: sum.failed + count.failed };
  if (ok) continue;
  console.error(`✗ ${step.title}\n  → ${step.remedy}`);
  process.exitCode = 1;
  break;
}
console.log(`${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);

/** Runs one step and counts its tests. A step that fails without a failed test counts as one. */
function perform({ run: [file, ...args], within, report }: Step): { ok: boolean; count: Count } {
  if (report) rmSync(report.file, { force: true });
  const env =
    report?.kind === 'playwright' ? { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report.file } : process.env;
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: path.join(ROOT, within ?? '.'),
    stdio: 'inherit',
    env,
  });
  const { passed, failed } = report ? countOf(report) : { passed: 0, failed: 0 };
  // a suite that found no tests proves nothing
  const ok = status === 0 && !(report && passed + failed === 0);
  return { ok, count: { passed, failed: ok ? failed : Math.max(1, failed) } };
}

/** What the two runners write; members that we read, no more. */
type VitestReport = { readonly numPassedTests: number; readonly numFailedTests: number };
type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
};

function countOf({ file, kind }: NonNullable<Step['report']>): Count {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { passed: 0, failed: 0 }; // it fell over before it could report
  }
  if (kind === 'vitest') {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(text) as VitestReport;
    return { passed, failed };
  }
  const { stats } = JSON.parse(text) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
