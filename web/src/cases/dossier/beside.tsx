import '../../dossier/dossier.css';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../api/trouble.tsx';
import { recordQuery } from '../../timeline/record.ts';
import { Timeline } from '../../timeline/timeline.tsx';
import { ActionBar } from '../../verbs/action-bar.tsx';
import { CaseWindow, useVerbsAtHand } from '../verbs/at-hand.ts';
import { caseQuery } from './case.ts';
import { Head } from './head.tsx';
import { SheetAround } from './sheet-around.tsx';
import { Tabs } from './tabs.tsx';
import { useFieldNames } from './use-field-names.ts';

/** The same dossier in the drawer beside a list: nothing is missing, it is only narrower. */
export function CaseBeside({ id }: { readonly id: string }) {
  const [tab, setTab] = useState('sheet');
  const dossier = useQuery(caseQuery(id));
  const fields = useFieldNames(dossier.data?.kind);
  useVerbsAtHand();
  if (dossier.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  return (
    <article className="beside">
      <SheetAround dossier={dossier.data}>
        <Head dossier={dossier.data} />
        <Tabs dossier={dossier.data} tab={tab} turn={setTab} />
        <hr />
        <Timeline record={recordQuery('case', id)} edition={dossier.data.policy} fields={fields} />
        <ActionBar dossier={dossier.data} Window={CaseWindow} />
      </SheetAround>
    </article>
  );
}
