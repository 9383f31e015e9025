import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';
import { preloadFonts } from './preload-fonts.ts';
import { words as frame } from './src/frame/words.ts';
import { words as signIn } from './src/sign-in/words.ts';
import { wordsByLanguage } from './words-by-language.ts';

/** Browsers that offices still have; nothing is loaded from elsewhere at run time. */
const OFFICE_BROWSERS = ['chrome88', 'edge88', 'firefox78', 'safari14'];

/** What everybody sees first, whoever he is. */
const FIRST_WORDS = [frame.zh.brand, signIn.zh.username, signIn.zh.password, signIn.zh.enter].join('');

export default defineConfig({
  plugins: [wordsByLanguage(), react(), preloadFonts(FIRST_WORDS), precompress()],
  // small files stay files: the page's content policy lets nothing in that is written into a style sheet
  build: { target: OFFICE_BROWSERS, assetsInlineLimit: 0, chunkSizeWarningLimit: 1_200 },
  // the host stays as asked: the server refuses changes that another site's page sends
  server: { proxy: { '/api': { target: process.env['BIHUAN_API'] ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
});
