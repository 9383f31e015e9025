import { useTranslation } from 'react-i18next';
import { Dialog } from '../windows/dialog.tsx';
import { EvidenceDesk } from './evidence-desk.tsx';
import type { Proved } from './proved.ts';

type Window = {
  readonly row: { readonly number: string; readonly title: string };
  readonly proved: Proved;
  readonly close: () => void;
};

/** 上传佐证 over a dossier. Closing it keeps the drafts. */
export function EvidenceWindow({ row, proved, close }: Window) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('evidence.add')} width={680} close={close} footer={null} mask={{ closable: false }}>
      <p className="quiet small">
        {row.number} {row.title}
      </p>
      <EvidenceDesk proved={proved} arrived={close} />
    </Dialog>
  );
}
