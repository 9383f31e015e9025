import { EvidenceWindow } from '../../evidence/evidence-window.tsx';
import { provedProblem } from '../../evidence/proved.ts';
import type { Dossier } from '../dossier.ts';

/** The window in which files come in. */
export function ProblemEvidence({ dossier, close }: { readonly dossier: Dossier; readonly close: () => void }) {
  return <EvidenceWindow row={dossier.row} proved={provedProblem(dossier)} close={close} />;
}
