import type { Plugin } from 'vite';
import { catalogs } from './src/i18n/catalogs.ts';

const FILES = {
  'src/i18n/chinese.ts': ['chinese', catalogs.zh],
  'src/i18n/english.ts': ['english', catalogs.en],
} as const;

/**
 * Sources hold a word in both languages side by side, so that none is forgotten; whoever reads one language is sent one. In
 * development the page takes both from the sources.
 */
export function wordsByLanguage(): Plugin {
  return {
    name: 'words-by-language',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const found = Object.entries(FILES).find(([file]) => id.replaceAll('\\', '/').endsWith(file));
      return found ? `export const ${found[1][0]} = ${JSON.stringify(found[1][1])};` : null;
    },
  };
}
