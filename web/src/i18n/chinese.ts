import { catalogs } from './catalogs.ts';

/** The Chinese words alone: the build puts nothing else into this file (`words-by-language.ts`). */
export const chinese = catalogs.zh;
