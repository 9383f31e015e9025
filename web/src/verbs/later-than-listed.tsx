import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

type Later = { readonly listed: string; readonly planned: string | null };

/** The plan sets a later day than the list: said wherever somebody reviews it. */
export function LaterThanListed({ later }: { readonly later: Later | null | undefined }) {
  const { t } = useTranslation();
  if (!later) return null;
  return (
    <div className="flag small">
      <WarningOutlined aria-hidden />{' '}
      {later.planned
        ? t('verbs.laterThanListed', { listed: later.listed, planned: later.planned })
        : t('verbs.longerThanListed', { listed: later.listed })}
    </div>
  );
}
