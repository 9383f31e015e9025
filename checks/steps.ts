import { globSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sources.ts';

/** One thing that must hold: a program of this repository that ends with 0 when it does. */
export type Step = {
  readonly title: string;
  /** A file to run with this Node, from the root unless `within` says otherwise, and its arguments. */
  readonly run: readonly [file: string, ...args: string[]];
  readonly within?: string;
  /** What to do when it fails. */
  readonly remedy: string;
  /** Where its report stands afterwards, for counting tests. */
  readonly report?: { readonly file: string; readonly kind: 'vitest' | 'playwright' };
  /** Left out of `npm run check`. */
  readonly slow?: true;
};

const bin = (name: string): string => path.join('node_modules', name);
const reports = path.join(ROOT, 'node_modules/.cache/reports');

const types = (project: string): Step => ({
  title: `类型 / types: ${project}`,
  run: [bin('typescript-7/bin/tsc'), '-p', project],
  remedy: '按上面的文件与行号改正 / mend the lines named above',
});

const vitest = (project: string, slow?: true): Step => {
  const file = path.join(reports, `${project}.json`);
  return {
    title: `测试 / tests: ${project}`,
    run: [
      bin('vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    remedy: `单独运行 / run it alone: npx vitest run --project ${project}`,
    report: { file, kind: 'vitest' },
    ...(slow ? { slow } : {}),
  };
};

const editions = globSync('policies/*/*/policy.yaml', { cwd: ROOT }).map((file) => path.dirname(file));
const journeys = globSync('e2e/*.spec.ts', { cwd: ROOT });
const playwright = path.join(reports, 'playwright.json');

/** Everything that must hold, the quick first. */
export const STEPS: readonly Step[] = [
  ...['core/tsconfig.pure.json', 'core', 'server', 'web', '.'].map(types),
  {
    title: '规范 / lint',
    run: [bin('oxlint/bin/oxlint'), '--type-aware', '--format=unix'],
    remedy: '改正，或先试 / mend it, or try first: npx oxlint --type-aware --fix',
  },
  { title: '格式 / format', run: [bin('oxfmt/bin/oxfmt'), '--check'], remedy: 'npm run format' },
  { title: '无用代码 / dead code', run: [bin('knip/bin/knip.js')], remedy: '删去，或真正用上 / delete it, or use it' },
  ...editions.map((edition): Step => ({
    title: `方案 / policy pack: ${edition}`,
    run: ['server/src/cli/bihuan.ts', 'policy', 'check', edition],
    remedy: '改正方案，或对该问题作出裁定 / mend the pack, or rule on the question',
  })),
  vitest('house'),
  vitest('core'),
  vitest('web'),
  vitest('server', true),
  {
    title: '网页 / page',
    run: [path.join('..', bin('vite/bin/vite.js')), 'build', '--logLevel', 'warn'],
    within: 'web',
    remedy: 'npm run build',
    slow: true,
  },
  ...(journeys.length === 0 ? [] : [browser()]),
];

function browser(): Step {
  return {
    title: '浏览器 / browser journeys',
    run: [bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    remedy: '单独运行 / run it alone: npx playwright test --config e2e/playwright.config.ts',
    report: { file: playwright, kind: 'playwright' },
    slow: true,
  };
}
