import { EvidenceWindow } from '../../evidence/evidence-window.tsx';
import { provedCase } from '../../evidence/proved.ts';
import type { Case } from '../dossier/case.ts';

/** The window in which files come in. */
export function CaseEvidence({ dossier, close }: { readonly dossier: Case; readonly close: () => void }) {
  return <EvidenceWindow row={dossier.row} proved={provedCase(dossier)} close={close} />;
}
