import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { longDay } from '../i18n/day.ts';

/** Tells an administrator which files are gone or are no longer what was filed; they are given to nobody. */
export function NotWhole() {
  const { t, i18n } = useTranslation();
  const { notWhole, notWholeInAll } = useSession();
  const more = notWholeInAll - notWhole.length;
  if (notWhole.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 12 }}
      title={t('frame.notWhole', { count: notWholeInAll })}
      description={
        <ul className="plain small">
          {notWhole.map(({ file, name, found, at }) => (
            <li key={file}>
              {name}：{t(`frame.found.${found}`, { day: longDay(at.slice(0, 10), i18n.language) })}
            </li>
          ))}
          {more > 0 && <li>{t('frame.notWholeMore', { count: more })}</li>}
        </ul>
      }
    />
  );
}
