import { defineConfig } from 'vitest/config';

// nothing in core keeps state, so its test files can share a worker
export default defineConfig({
  test: { name: 'core', include: ['src/**/*.test.ts'], setupFiles: ['../checks/properties.ts'], isolate: false },
});
