import './brand.css';
import { useTranslation } from 'react-i18next';

/** The mark of the closed loop and the name. */
export function Brand({ size = 24 }: { readonly size?: number }) {
  const { t } = useTranslation();
  return (
    <>
      <img src="/icon.svg" alt="" width={size} height={size} /> {t('frame.brand')}
    </>
  );
}
