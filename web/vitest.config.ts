import { defineConfig } from 'vitest/config';

/** Pure functions only: pages are looked at in a real browser. */
export default defineConfig({ test: { name: 'web', include: ['src/**/*.test.ts'] } });
