import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossier/dossier.ts';
import { Dialog } from '../windows/dialog.tsx';
import { EvidenceDesk } from './evidence-desk.tsx';

/** 上传佐证 over a dossier. Closing it keeps the drafts. */
export function EvidenceWindow({ dossier, close }: { readonly dossier: Dossier; readonly close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('evidence.add')} width={680} close={close} footer={null} mask={{ closable: false }}>
      <p className="quiet small">
        {dossier.row.number} {dossier.row.title}
      </p>
      <EvidenceDesk dossier={dossier} arrived={close} />
    </Dialog>
  );
}
