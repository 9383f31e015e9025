import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/listed.ts';

/** Words of a search that nothing was searched for: whoever asked is told which. */
export function LeftOut({ words }: { readonly words: readonly string[] | undefined }) {
  const { t } = useTranslation();
  if (!words || words.length === 0) return null;
  return <output className="quiet small">{t('register.leftOut', { words: listed(words, t) })}</output>;
}
