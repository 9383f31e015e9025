import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

/** A condition in words; its cross puts it away. */
export function Chip({ says, drop }: { readonly says: string; readonly drop: () => void }) {
  const { t } = useTranslation();
  return (
    <Tag
      closable={{ 'aria-label': `${t('register.drop')}${t('register.dropOf', { says })}` }}
      onClose={(event) => {
        event.preventDefault();
        drop();
      }}
    >
      {says}
    </Tag>
  );
}
