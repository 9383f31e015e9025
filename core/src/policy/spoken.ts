import type { Language } from '../time/index.ts';
import type { Text } from './model.ts';

/** Says something in both languages; English falls back on Chinese where the pack gives none. */
export const inBoth = (say: (language: Language) => string): Required<Text> => ({ zh: say('zh'), en: say('en') });

/** Wording in one language; Chinese where the pack has no English. */
export const spoken = (text: Text, language: Language): string => (language === 'en' ? (text.en ?? text.zh) : text.zh);

/** Several names in a row, as each language joins them. */
export const listed = (names: readonly Text[]): Required<Text> =>
  inBoth((language) => names.map((name) => spoken(name, language)).join(language === 'zh' ? '、' : ', '));
