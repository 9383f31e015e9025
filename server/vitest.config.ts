import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    setupFiles: ['../checks/properties.ts'],
    globalSetup: ['./src/testing/cluster.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
