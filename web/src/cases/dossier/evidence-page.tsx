import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { Trouble } from '../../api/trouble.tsx';
import { EvidencePage } from '../../evidence/evidence-page.tsx';
import { provedCase } from '../../evidence/proved.ts';
import { paths } from '../../paths.ts';
import { caseQuery } from './case.ts';

/** Pictures for one dossier of a kind that the plan describes. */
export function CaseEvidencePage() {
  const { id = '' } = useParams({ strict: false });
  const dossier = useQuery(caseQuery(id));
  if (dossier.isPending) return <Skeleton active />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  const { row } = dossier.data;
  return (
    <EvidencePage
      title={row.title}
      proved={provedCase(dossier.data)}
      to={paths.case}
      arrived={() => void dossier.refetch()}
    />
  );
}
