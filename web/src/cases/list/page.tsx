import '../cases.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import type { CaseRow } from './case-row.ts';
import { answered, api } from '../../api/client.ts';
import { Clause } from '../../api/clause.tsx';
import { Trouble } from '../../api/trouble.tsx';
import { NotFound } from '../../frame/astray.tsx';
import { useText } from '../../i18n/text.ts';
import { useKept } from '../../kept/kept.ts';
import { useKinds } from '../../kinds/use-kinds.ts';
import type { Asked } from '../../lists/address.ts';
import { ColumnChooser, type Density } from '../../lists/column-chooser.tsx';
import { LeftOut } from '../../lists/left-out.tsx';
import { ListTable } from '../../lists/list-table.tsx';
import { ListTools } from '../../lists/list-tools.tsx';
import { Nothing } from '../../lists/nothing.tsx';
import { Pager } from '../../lists/pager.tsx';
import { SavedQueries } from '../../lists/saved-queries.tsx';
import { SignatureLine } from '../../lists/signature-line.tsx';
import { paths } from '../../paths.ts';
import { useObstacle } from '../../verbs/obstacle.ts';
import { isNarrowed, queryOf, workbookOf } from './asked.ts';
import { Cards } from './cards.tsx';
import { columnsOf, groupsOf, usualOf } from './columns.ts';
import { CaseDrawer } from './drawer.tsx';
import { FilterLine } from './filters.tsx';
import { ImportLink } from './import-link.tsx';
import { NewButton } from './new-button.tsx';
import { GroupLinks } from './groups.tsx';
import { useColumns } from './use-columns.tsx';

/** The list of any kind of dossier that the plan describes. */
export function KindPage() {
  const { kind: id = '' } = useParams({ strict: false });
  const { kinds, known } = useKinds();
  const kind = kinds.find((one) => one.id === id);
  if (kind) return <KindList key={kind.id} kind={kind} />;
  return known ? <NotFound /> : <Skeleton active style={{ padding: 24 }} />;
}

function KindList({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  const asked: Asked = useSearch({ strict: false });
  const ask = useAsk(kind.id);
  const list = useQuery({
    queryKey: ['cases', kind.id, asked],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/cases', { params: { query: queryOf(kind.id, asked) } })),
  });
  const look = useLook(kind);
  const [looked, setLooked] = useState<CaseRow | null>(null);
  const columns = useColumns(kind, look.shown, setLooked);
  const rows = list.data?.rows ?? [];
  const total = list.data ? t(list.data.more ? 'cases.totalMore' : 'cases.total', { total: list.data.total }) : '';
  const nothing = <EmptyList kind={kind} narrowed={isNarrowed(asked)} />;
  return (
    <div className="list-page">
      <div className="page-head no-print">
        <h1>{text(kind.title)}</h1>
        <Clause id={kind.clause} />
        <span className="quiet small">{total}</span>
        <span className="grow" />
        <SavedQueries list={`kind.${kind.id}`} asked={asked} ask={ask} />
        <ColumnChooser {...look} groups={groupsOf(kind, t, text)} usual={usualOf(kind)} />
        <ListTools workbook={workbookOf(kind.id, asked)} />
        <ImportLink kind={kind} />
        <NewButton kind={kind} />
      </div>
      <h1 className="print-only">{text(kind.title)}</h1>
      <FilterLine kind={kind} asked={asked} ask={ask} />
      <LeftOut words={list.data?.leftOut} />
      {list.isError ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : (
        <>
          <GroupLinks kind={kind} asked={asked} counts={list.data?.groups ?? []} />
          <ListTable
            rows={rows}
            pending={list.isPending}
            columns={columns}
            density={look.density}
            look={setLooked}
            quiet={looked !== null}
            nothing={nothing}
          />
          <Cards rows={rows} pending={list.isPending} nothing={nothing} />
          <Pager asked={asked} ask={ask} total={total} page={list.data} />
          <SignatureLine />
        </>
      )}
      <CaseDrawer row={looked} close={() => setLooked(null)} />
    </div>
  );
}

/** Which columns and how close, kept for each kind on this machine; a column that the plan no longer has is forgotten. */
function useLook(kind: Kind) {
  const [kept, choose] = useKept<readonly string[]>(`kind.${kind.id}.columns`, usualOf(kind));
  const [density, space] = useKept<Density>('register.density', 'dense');
  const all = columnsOf(kind);
  return { shown: all.filter((column) => kept.includes(column)), choose, density, space };
}

function useAsk(kind: string): (asked: Asked) => void {
  const navigate = useNavigate();
  return (asked) => {
    const search = Object.fromEntries(
      Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])),
    );
    void navigate({ to: paths.kind, params: { kind }, search });
  };
}

/** An empty list says what would fill it: another query, whoever may open one, or the day a duty falls due. */
function EmptyList({ kind, narrowed }: { readonly kind: Kind; readonly narrowed: boolean }) {
  const { t } = useTranslation();
  const name = useText()(kind.title);
  const sentence = useObstacle();
  const { obstacle } = kind;
  const hint =
    obstacle?.code === 'silent'
      ? t('cases.noneDue')
      : obstacle
        ? sentence(obstacle)
        : t('cases.noneOpen', { kind: name });
  if (narrowed) return <Nothing says={t('cases.noneSuch')} hint={t('cases.noneSuchHint')} />;
  return <Nothing says={t('cases.none', { kind: name })} hint={hint} />;
}
