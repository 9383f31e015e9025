import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EvidenceDesk } from './evidence-desk.tsx';
import type { Proved } from './proved.ts';

type Page = {
  readonly title: string;
  readonly proved: Proved;
  /** The dossier's own page. */
  readonly to: string;
  readonly arrived: () => void;
};

/** Pictures for one dossier, on a page of their own with an address. */
export function EvidencePage({ title, proved, to, arrived }: Page) {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <Link to={to} params={{ id: proved.id }} className="small">
          {t('evidence.toDossier')}
        </Link>
      </div>
      <div className="sheet">
        <EvidenceDesk proved={proved} arrived={arrived} />
      </div>
    </>
  );
}
