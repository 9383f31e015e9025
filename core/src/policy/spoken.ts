import type { Language } from '../time/index.ts';
import type { Text } from './model.ts';

/** Says something in both languages; English falls back on Chinese where the pack gives none. */
export const inBoth = (say: (language: Language) => string): Required<Text> => ({ zh: say('zh'), en: say('en') });

/** Wording in one language; Chinese where the pack has no English. */
export const spoken = (text: Text, language: Language): string => (language === 'en' ? (text.en ?? text.zh) : text.zh);

/** Several names in a row, as each language joins them; names that hold a comma of their own are kept apart by more than one. */
export const listed = (names: readonly Text[]): Required<Text> =>
  inBoth((language) => {
    const said = names.map((name) => spoken(name, language));
    if (language === 'zh') return said.join('、');
    return said.join(said.length > 1 && said.some((name) => name.includes(',')) ? '; ' : ', ');
  });
