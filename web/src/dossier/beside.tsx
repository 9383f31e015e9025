import './dossier.css';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Trouble } from '../api/trouble.tsx';
import { ActionBar } from '../verbs/action-bar.tsx';
import { recordQuery } from '../timeline/record.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { dossierQuery } from './dossier.ts';
import { AbsorbedRecords } from './absorbed-records.tsx';
import { Head } from './head.tsx';
import { Tabs } from './tabs.tsx';
import { ProblemWindow, useVerbsAtHand } from './verbs/at-hand.ts';

/** The same dossier in the drawer beside a list: nothing is missing, it is only narrower. */
export function DossierBeside({ id }: { readonly id: string }) {
  const [tab, setTab] = useState('basics');
  const dossier = useQuery(dossierQuery(id));
  useVerbsAtHand();
  if (dossier.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  return (
    <article className="beside">
      <Head dossier={dossier.data} />
      <Tabs dossier={dossier.data} tab={tab} turn={setTab} />
      <hr />
      <Timeline record={recordQuery('problem', id)} edition={dossier.data.policy} />
      <AbsorbedRecords absorbed={dossier.data.absorbed} edition={dossier.data.policy} />
      <ActionBar dossier={dossier.data} Window={ProblemWindow} />
    </article>
  );
}
