import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Browsers that offices still have; nothing is loaded from elsewhere at run time. */
const OFFICE_BROWSERS = ['chrome88', 'edge88', 'firefox78', 'safari14'];

export default defineConfig({
  plugins: [react()],
  build: { target: OFFICE_BROWSERS, chunkSizeWarningLimit: 1_200 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
