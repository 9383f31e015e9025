import { catalogs } from './catalogs.ts';

/** The English words alone: the build puts nothing else into this file (`words-by-language.ts`). */
export const english = catalogs.en;
