import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      'core/vitest.config.ts',
      'server/vitest.config.ts',
      'web/vitest.config.ts',
      { test: { name: 'house', include: ['checks/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
