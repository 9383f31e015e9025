import { useTranslation } from 'react-i18next';
import type { Dossier } from './dossier.ts';
import { RunActs } from './run-acts.tsx';
import { RunLine } from './run-line.tsx';

/** 验收销号: the way to the seal, step by step. */
export function AcceptanceTab({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const run = dossier.runs.find((one) => one.id === 'acceptance');
  if (!run) return <p className="nothing">{t('dossier.notReached')}</p>;
  return (
    <>
      <RunLine run={run} edition={dossier.policy} />
      <RunActs run={run} edition={dossier.policy} />
      {dossier.row.closedOn && <p className="bank part">{t('dossier.closedOn', { day: dossier.row.closedOn })}</p>}
    </>
  );
}
