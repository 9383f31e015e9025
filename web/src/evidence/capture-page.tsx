import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';

const MOST = 100;

/** 拍照取证: which of my problems, or of the plan's other dossiers, the pictures are for; what is due first stands first. */
export function CapturePage() {
  const { t } = useTranslation();
  const text = useText();
  const list = useQuery({ queryKey: ['problems', 'capture'], queryFn: myOpenDossiers });
  if (list.isError) return <Trouble error={list.error} again={() => void list.refetch()} />;
  return (
    <>
      <div className="page-head">
        <h1>{t('evidence.capture')}</h1>
        <span className="quiet">{t('evidence.captureHint')}</span>
      </div>
      {list.isPending && <Skeleton active />}
      {list.data?.length === 0 && <div className="sheet nothing">{t('evidence.captureNone')}</div>}
      {list.data?.map(({ row, to }) => (
        <Link key={row.id} to={to} params={{ id: row.id }} className="card">
          <span className="quiet tiny">{row.number}</span>
          <b>{row.title}</b>
          <span className="row small">
            <Light light={row.light} /> <span className="quiet">{text(row.stageTitle)}</span>
          </span>
        </Link>
      ))}
    </>
  );
}

async function myOpenDossiers() {
  const mine = { mine: true, size: MOST, sort: 'due' as const };
  const [problems, cases] = await Promise.all([
    answered(api.GET('/api/problems', { params: { query: mine } })),
    answered(api.GET('/api/cases', { params: { query: mine } })),
  ]);
  const all = [
    ...problems.rows.map((row) => ({ row, to: paths.evidence })),
    ...cases.rows.map((row) => ({ row, to: paths.caseEvidence })),
  ].filter(({ row }) => row.closedOn === null);
  const due = ({ row }: (typeof all)[number]): string => row.light.due ?? '9999';
  return all.sort((a, b) => due(a).localeCompare(due(b)));
}
