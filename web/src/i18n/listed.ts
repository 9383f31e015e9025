import type { TFunction } from 'i18next';

/** Words one after the other, as the language on screen joins them; blanks are left out. */
export const listed = (words: readonly string[], t: TFunction): string => words.filter(Boolean).join(t('list.comma'));
