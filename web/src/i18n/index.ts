import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chinese } from './chinese.ts';

export type Language = 'zh' | 'en';
const KEPT = 'bihuan.language';

/** Chinese unless the person chose otherwise on this machine. */
export const chosenLanguage = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

void i18next.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'zh',
  resources: { zh: { translation: chinese } },
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
  void speak(language);
}

/** English words are fetched by whoever reads English; where they do not arrive the page stays Chinese. */
async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const fetched = await import('./english.ts').catch(() => null);
    if (fetched === null) return mark('zh');
    i18next.addResourceBundle('en', 'translation', fetched.english);
  }
  await i18next.changeLanguage(language);
}

/** Over as soon as the page can be shown in the language that was chosen on this machine. */
export const spoken = speak(chosenLanguage());
