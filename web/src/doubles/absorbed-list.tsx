import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/listed.ts';
import { useAddress } from '../kinds/address.ts';

type Named = { readonly dossier: string; readonly number: string; readonly title: string };
type Given = {
  readonly kind: string;
  readonly absorbed: readonly (Named & { readonly on: string })[];
  readonly unlike: readonly (Named & { readonly reason: string })[];
};

/** Doubles that were merged into a plain dossier, each read where it stands, and likely ones that are others. */
export function AbsorbedList({ kind, absorbed, unlike }: Given) {
  const { t } = useTranslation();
  const address = useAddress();
  if (absorbed.length + unlike.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('dossier.doubles')}</h2>
      {absorbed.map(({ dossier, number, title, on }) => (
        <p key={dossier} className="double">
          <Link {...address(kind, dossier)}>
            {number} {title}
          </Link>{' '}
          <span className="quiet small">{t('dossier.absorbed', { day: on })}</span>
        </p>
      ))}
      {unlike.length > 0 && (
        <p className="small">
          {t('dossier.toldApart')}
          {listed(
            unlike.map(({ number, title, reason }) => `${number} ${title}（${reason}）`),
            t,
          )}
        </p>
      )}
    </section>
  );
}
