import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../kinds/address.ts';

type Merged = {
  readonly merged: {
    readonly into: { readonly dossier: string; readonly number: string; readonly title: string } | null;
    readonly on: string;
    readonly reason: string;
  } | null;
  readonly kind: string;
};

/** Closed as merged: where it goes on, since when, why. Whoever may not read that one is told that it is not his to read. */
export function MergedNote({ merged, kind }: Merged) {
  const { t } = useTranslation();
  const address = useAddress();
  if (!merged) return null;
  const { into, on, reason } = merged;
  const title = (
    <>
      {t('dossier.merged', { day: on, reason })}{' '}
      {into ? (
        <Link {...address(kind, into.dossier)}>
          {into.number} {into.title}
        </Link>
      ) : (
        t('dossier.mergedUnseen')
      )}
    </>
  );
  return <Alert type="info" showIcon title={title} style={{ marginTop: 8 }} />;
}
