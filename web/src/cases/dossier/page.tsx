import '../../dossier/dossier.css';
import '../cases.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Trouble } from '../../api/trouble.tsx';
import { Bones } from '../../dossier/bones.tsx';
import { paths } from '../../paths.ts';
import { recordQuery } from '../../timeline/record.ts';
import { Timeline } from '../../timeline/timeline.tsx';
import { ActionBar } from '../../verbs/action-bar.tsx';
import { CaseWindow, useVerbsAtHand } from '../verbs/at-hand.ts';
import { caseQuery } from './case.ts';
import { Head } from './head.tsx';
import { SheetAround } from './sheet-around.tsx';
import { Tabs } from './tabs.tsx';
import { useFieldNames } from './use-field-names.ts';

/** A dossier of any kind that the plan describes: where it stands, what it is, what happened, what may be done. */
export function CasePage() {
  const { id = '' } = useParams({ strict: false });
  const { tab = 'sheet' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const dossier = useQuery(caseQuery(id));
  const fields = useFieldNames(dossier.data?.kind);
  useVerbsAtHand();
  if (dossier.isPending) return <Bones />;
  if (dossier.isError) return <Trouble error={dossier.error} again={() => void dossier.refetch()} />;
  const turn = (to: string): void =>
    void navigate({ to: paths.case, params: { id }, search: to === 'sheet' ? {} : { tab: to }, replace: true });
  return (
    <article className="dossier-page">
      <SheetAround dossier={dossier.data}>
        <Head dossier={dossier.data} />
        <div className="dossier">
          <div className="sheet">
            <Tabs dossier={dossier.data} tab={tab} turn={turn} />
          </div>
          <aside className="sheet">
            <Timeline record={recordQuery('case', id)} edition={dossier.data.policy} fields={fields} />
          </aside>
        </div>
        <ActionBar dossier={dossier.data} Window={CaseWindow} />
      </SheetAround>
    </article>
  );
}
