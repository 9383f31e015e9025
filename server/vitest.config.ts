import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    setupFiles: ['../checks/properties.ts'],
    globalSetup: ['./src/testing/cluster.ts'],
    // eight hundred modules take longer to load than most files to run: a worker loads them once, and files share them
    isolate: false,
    restoreMocks: true,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
