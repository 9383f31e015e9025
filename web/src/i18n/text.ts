import { useTranslation } from 'react-i18next';

/** Wording that comes from the plan: Chinese always, English where the pack gives it. */
export type Text = { readonly zh: string; readonly en?: string | undefined };

/** Chooses the language of a text from the plan. */
export function useText(): (text: Text | null | undefined) => string {
  const { i18n } = useTranslation();
  return (text) => (text ? (i18n.language === 'en' ? (text.en ?? text.zh) : text.zh) : '');
}
