import { useTranslation } from 'react-i18next';
import { RunActs } from '../../dossier/run-acts.tsx';
import { RunLine } from '../../dossier/run-line.tsx';
import type { Case } from './case.ts';

/** Every procedure that ran or runs, with who answered which step; one that ran again stands beside the first. */
export function StepsTab({ dossier }: { readonly dossier: Case }) {
  const { t } = useTranslation();
  if (dossier.runs.length === 0) return <p className="nothing">{t('cases.noSteps')}</p>;
  return dossier.runs.map((run) => (
    <div key={run.id} className="part">
      <RunLine run={run} edition={dossier.policy} />
      <RunActs run={run} edition={dossier.policy} />
    </div>
  ));
}
