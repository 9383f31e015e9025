import { useTranslation } from 'react-i18next';

/** On paper: room for the seal of the unit and for those who answer for the list. */
export function SignatureLine() {
  const { t } = useTranslation();
  return (
    <p className="signatures print-only">
      <span>{t('editions.office')}</span>
      <span>{t('editions.checked')}</span>
      <span>{t('editions.filled')}</span>
      <span>{t('editions.signedOn')}</span>
    </p>
  );
}
