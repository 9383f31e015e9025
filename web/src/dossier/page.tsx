import './dossier.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { recordQuery } from '../timeline/record.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { ActionBar } from '../verbs/action-bar.tsx';
import { Bones } from './bones.tsx';
import { dossierQuery } from './dossier.ts';
import { AbsorbedRecords } from './absorbed-records.tsx';
import { Head } from './head.tsx';
import { Tabs } from './tabs.tsx';
import { ProblemWindow, useVerbsAtHand } from './verbs/at-hand.ts';

/** 问题档案: where it stands, what it is, what happened, what may be done. */
export function DossierPage() {
  const { id = '' } = useParams({ strict: false });
  const { tab = 'basics' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const dossier = useQuery(dossierQuery(id));
  useVerbsAtHand();
  if (dossier.isPending) return <Bones />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  const turn = (to: string): void =>
    void navigate({ to: paths.dossier, params: { id }, search: to === 'basics' ? {} : { tab: to }, replace: true });
  return (
    <article className="dossier-page">
      <Head dossier={dossier.data} />
      <div className="dossier">
        <div className="sheet">
          <Tabs dossier={dossier.data} tab={tab} turn={turn} />
        </div>
        <aside className="sheet">
          <Timeline record={recordQuery('problem', id)} edition={dossier.data.policy} />
          <AbsorbedRecords absorbed={dossier.data.absorbed} edition={dossier.data.policy} />
        </aside>
      </div>
      <ActionBar dossier={dossier.data} Window={ProblemWindow} />
    </article>
  );
}
