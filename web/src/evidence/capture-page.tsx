import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { dossierQuery } from '../dossier/dossier.ts';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';
import { EvidenceDesk } from './evidence-desk.tsx';
import { provedProblem } from './proved.ts';

const OPEN = ['handed-over', 'planning', 'rectifying', 'accepting'] as const;

/** 拍照取证: which of my problems the pictures are for. */
export function CapturePage() {
  const { t } = useTranslation();
  const query = { mine: true, stage: [...OPEN], size: 100, sort: 'due' as const };
  const list = useQuery({
    queryKey: ['problems', 'capture'],
    queryFn: () => answered(api.GET('/api/problems', { params: { query } })),
  });
  if (list.isError) return <Trouble error={list.error} again={() => void list.refetch()} />;
  return (
    <>
      <div className="page-head">
        <h1>{t('evidence.capture')}</h1>
        <span className="quiet">{t('evidence.captureHint')}</span>
      </div>
      {list.isPending && <Skeleton active />}
      {list.data?.rows.length === 0 && <div className="sheet nothing">{t('evidence.captureNone')}</div>}
      {list.data?.rows.map((row) => (
        <Link key={row.id} to={paths.evidence} params={{ id: row.id }} className="card">
          <span className="quiet tiny">{row.number}</span>
          <b>{row.title}</b>
          <span className="row small">
            <Light light={row.light} /> <span className="quiet">{t(`register.stage.${row.stage}`)}</span>
          </span>
        </Link>
      ))}
    </>
  );
}

/** Pictures for one problem, on a page of their own with an address. */
export function EvidencePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const dossier = useQuery(dossierQuery(id));
  if (dossier.isPending) return <Skeleton active />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  return (
    <>
      <div className="page-head">
        <h1>{dossier.data.row.title}</h1>
        <Link to={paths.dossier} params={{ id }} className="small">
          {t('evidence.toDossier')}
        </Link>
      </div>
      <div className="sheet">
        <EvidenceDesk proved={provedProblem(dossier.data)} arrived={() => void dossier.refetch()} />
      </div>
    </>
  );
}
