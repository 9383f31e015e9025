import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useText } from '../i18n/text.ts';

/** A calendar file begins with what it is for; anything else is taken for a notice's own words. */
export const isFile = (text: string): boolean => /^\s*(#|jurisdiction:|year:|notices:)/.test(text);

/** What came of reading the words: it is to be compared with the paper, and where it cannot be right, that is said. */
export function FromWords({ read: { yaml, doubts } }: { readonly read: Schema<'NoticeFromWords'> }) {
  const { t } = useTranslation();
  const text = useText();
  if (yaml === null) return <Alert type="warning" showIcon title={t('calendar.notANotice')} />;
  if (doubts.length === 0) return <Alert type="info" showIcon title={t('calendar.fromWords')} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('calendar.doubtful', { count: doubts.length })}
      description={
        <ul className="plain">
          {doubts.map((doubt) => (
            <li key={doubt.words + doubt.text.zh} className="small">
              {text(doubt.text)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
