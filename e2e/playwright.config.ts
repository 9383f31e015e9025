import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumPath } from './chromium.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Chosen once by the runner; its workers read this file too and inherit the choice. */
process.env['E2E_PORT'] ??= String(8_900 + (process.pid % 90));
const port = process.env['E2E_PORT'];

/** Chromium's sandbox refuses to run as root; what it opens here is our own page. */
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: '.',
  outputDir: path.join(ROOT, 'node_modules/.cache/e2e/results'),
  workers: 2,
  fullyParallel: true,
  // a journey takes forty people’s turns, on machines that do other things as well
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // whatever is not there by then does not come: a journey ends with what it waited for, and not with its own time
    actionTimeout: 90_000,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await chromiumPath(), args },
  },
  webServer: {
    command: `"${process.execPath}" e2e/server.ts`,
    cwd: ROOT,
    env: { PORT: port },
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGINT', timeout: 10_000 },
  },
});
