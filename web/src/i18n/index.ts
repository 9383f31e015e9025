import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogs } from './catalogs.ts';

export type Language = 'zh' | 'en';
const KEPT = 'bihuan.language';

/** Chinese unless the person chose otherwise on this machine. */
export const chosenLanguage = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

void i18next.use(initReactI18next).init({
  lng: chosenLanguage(),
  fallbackLng: 'zh',
  resources: { zh: { translation: catalogs.zh }, en: { translation: catalogs.en } },
  interpolation: { escapeValue: false }, // React escapes
});

/** Readers of screens and the style sheet go by the language of the document. */
function mark(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
mark(chosenLanguage());

/** Changes the language of the page and remembers it on this machine. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  mark(language);
  void i18next.changeLanguage(language);
}
