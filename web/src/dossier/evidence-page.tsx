import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { Trouble } from '../api/trouble.tsx';
import { EvidencePage } from '../evidence/evidence-page.tsx';
import { provedProblem } from '../evidence/proved.ts';
import { paths } from '../paths.ts';
import { dossierQuery } from './dossier.ts';

/** Pictures for one problem. */
export function ProblemEvidencePage() {
  const { id = '' } = useParams({ strict: false });
  const dossier = useQuery(dossierQuery(id));
  if (dossier.isPending) return <Skeleton active />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  const { row } = dossier.data;
  return (
    <EvidencePage
      title={row.title}
      proved={provedProblem(dossier.data)}
      to={paths.dossier}
      arrived={() => void dossier.refetch()}
    />
  );
}
